import { expect, test } from 'vitest';
import { queueLetters } from '../../../db/letters/queueLetters.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { checkAgainstPlan } from '../../../dev/rehearsal/checkSummary.ts';
import { summarise } from '../../../dev/rehearsal/summary.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { DECEMBER, letter, openCommittee } from '../../support/register.ts';
import { openTwoCycles } from '../../support/twoCycles.ts';

const register = ownRegister();

test('counts the most letters to one person, and finds a letter that somebody got twice', async () => {
  const { pool } = register;
  const committee = await openCommittee(pool);
  const about = [committee.owed('ana')];
  const send = async (...keys: string[]) => {
    const letters = keys.map((key) => ({
      ...letter('remind', 'p-ana', about, DECEMBER.remind),
      key,
    }));
    await inTransaction(pool, (transaction) =>
      queueLetters(transaction, { noticeId: committee.id, now: DECEMBER.remind, letters }),
    );
    await pool.query(`update letter set state = 'sent', sent_at = $1 where state = 'queued'`, [
      DECEMBER.remind,
    ]);
  };
  const twice = async () =>
    (await checkAgainstPlan(pool, committee.id)).filter(({ what }) => what.includes('twice'));

  await send('first');
  expect((await summarise(pool, committee.id)).busiest).toEqual({
    'member in a day': 1,
    'member in a month': 1,
  });
  const { foreseen } = await summarise(pool, committee.id);
  expect(foreseen['member in a day']).toBe(2); // the last reminder, and the receipt
  expect(Object.keys(foreseen)).toEqual(
    ['member', 'office', 'superior', 'unit', 'chair']
      .flatMap((rank) => [`${rank} in a day`, `${rank} in a month`])
      .sort(),
  );
  expect(await twice()).toEqual([]);
  await send('again');
  expect((await summarise(pool, committee.id)).busiest['member in a day']).toBe(2);
  expect(await twice()).toEqual([
    { what: 'letters that somebody got twice', ids: [`p-ana remind ${about[0]}`] },
  ]);
});

test('finds two letters where one should have told of both, and not what was asked for at that very instant', async () => {
  const { pool } = register;
  const notice = await openTwoCycles(pool);
  const split = async () =>
    (await checkAgainstPlan(pool, notice.id)).filter(({ what }) => what.includes('one letter'));
  const prompted = (cycle: 'reports' | 'progress', at: string) =>
    pool.query(`update schedule_step set done_at = $2 where schedule_id = $1 and kind = 'prompt'`, [
      `${notice.period(cycle)}/main`,
      at,
    ]);
  const letters = (['reports', 'progress'] as const).map((cycle) =>
    letter('remind', 'p-ana', [notice.owed(cycle, 'ana')], DECEMBER.remind),
  );
  await inTransaction(pool, (transaction) =>
    queueLetters(transaction, { noticeId: notice.id, now: DECEMBER.remind, letters }),
  );
  await prompted('reports', DECEMBER.prompt);
  await prompted('progress', DECEMBER.remind);
  expect(await split()).toEqual([]);
  await prompted('progress', DECEMBER.prompt);
  expect(await split()).toEqual([
    {
      what: 'letters that one letter should have told of',
      ids: ['p-ana remind 2020-12-14 01:00'],
    },
  ]);
});
