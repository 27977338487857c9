import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueLetters } from '../../../db/letters/queueLetters.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { checkAgainstPlan } from '../../../dev/rehearsal/checkSummary.ts';
import { summarise } from '../../../dev/rehearsal/summary.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { DECEMBER, letter, openCommittee } from '../../support/register.ts';

let register: FreshDatabase;
beforeAll(async () => {
  register = await freshDatabase();
});
afterAll(() => register.close());

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
  expect(await twice()).toEqual([]);
  await send('again');
  expect((await summarise(pool, committee.id)).busiest['member in a day']).toBe(2);
  expect(await twice()).toEqual([
    { what: 'letters that somebody got twice', ids: [`p-ana remind ${about[0]}`] },
  ]);
});
