import { expect, test } from 'vitest';
import { messageIdOf, type NewLetter, queueLetters } from '../../../db/letters/queueLetters.ts';
import { stopLetters } from '../../../db/letters/stopLetters.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { DECEMBER, letter, openCommittee } from '../../support/register.ts';

const database = ownRegister();
const committee = openedAnew(() => openCommittee(database.pool));

const queue = (letters: NewLetter[]) =>
  inTransaction(database.pool, (transaction) =>
    queueLetters(transaction, { noticeId: committee.id, now: DECEMBER.prompt, letters }),
  );

const remindAna = () =>
  letter('remind', 'p-ana', [committee.owed('ana'), committee.owed('sub-ana')], DECEMBER.remind);

test('a letter is written once by its key, however often it is queued', async () => {
  const first = await queue([remindAna()]);
  expect(first).toMatchObject([
    { actor: 'engine', action: 'letter-written', detail: { kind: 'remind', key: remindAna().key } },
  ]);
  expect(await queue([remindAna()])).toEqual([]);
  const { rows } = await database.pool.query(
    `select l.state, l.message_id, l.not_before, l.written_at, t.document,
       array(select obligation_id from letter_obligation where letter_id = l.id order by 1) as about
     from letter l join letter_text t on t.letter_id = l.id where l.id = $1`,
    [first[0]?.subject],
  );
  expect(rows).toEqual([
    {
      state: 'queued',
      message_id: messageIdOf(remindAna().key),
      not_before: DECEMBER.remind,
      written_at: DECEMBER.prompt,
      // dated by the day it goes out
      document: { ...remindAna().document, datedAt: DECEMBER.remind },
      about: [committee.owed('ana'), committee.owed('sub-ana')].sort(),
    },
  ]);
});

test('the same letters queued at the same time in two orders are written once, without a deadlock', async () => {
  const letters = Array.from({ length: 40 }, (_, index) => ({
    ...remindAna(),
    key: `${committee.id}/same/${index}`,
  }));
  const results = await Promise.all([queue(letters), queue(letters.toReversed()), queue(letters)]);
  expect(results.map((entries) => entries.length).sort((a, b) => a - b)).toEqual([0, 0, 40]);
});

test('nothing is left of letters whose cause was undone', async () => {
  const undone = inTransaction(database.pool, async (transaction) => {
    await queueLetters(transaction, {
      noticeId: committee.id,
      now: DECEMBER.prompt,
      letters: [remindAna()],
    });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const { rows } = await database.pool.query('select 1 from letter where notice_id = $1', [
    committee.id,
  ]);
  expect(rows).toEqual([]);
});

test('the post office is told at the commit, and only where something is new', async () => {
  const client = await database.pool.connect();
  const heard: string[] = [];
  client.on('notification', ({ channel }) => heard.push(channel));
  await client.query('listen letters');
  await queue([remindAna()]);
  await queue([remindAna()]);
  await client.query('select 1'); // notifications come before the answer to what is asked after them
  expect(heard).toEqual(['letters']);
  await client.query('unlisten letters');
  client.removeAllListeners('notification');
  client.release();
});

test('a letter is stopped when the last of its obligations is no longer open', async () => {
  const [entry] = await queue([remindAna()]);
  const both = [committee.owed('ana'), committee.owed('sub-ana')];
  const stop = (kinds: ('remind' | 'overdue')[] = ['remind', 'overdue']) =>
    inTransaction(database.pool, (transaction) =>
      stopLetters(transaction, { obligationIds: both, kinds }),
    );
  const close = (obligation: string | undefined) =>
    database.pool.query(
      `update obligation set closed_as = 'excused', closed_at = $2 where id = $1`,
      [obligation, DECEMBER.prompt],
    );
  expect(await stop()).toEqual([]);
  await close(both[0]);
  expect(await stop()).toEqual([]);
  await close(both[1]);
  expect(await stop(['overdue'])).toEqual([]);
  expect(await stop()).toEqual([
    { actor: 'engine', action: 'letter-stopped', subject: entry?.subject },
  ]);
  expect(await stop()).toEqual([]);
});

test('a letter that went out is not stopped any more', async () => {
  const [entry] = await queue([remindAna()]);
  await database.pool.query(`update letter set state = 'sent', sent_at = $2 where id = $1`, [
    entry?.subject,
    DECEMBER.remind,
  ]);
  const obligationIds = [committee.owed('ana'), committee.owed('sub-ana')];
  await database.pool.query(
    `update obligation set closed_as = 'excused', closed_at = $2 where id = any($1)`,
    [obligationIds, DECEMBER.due],
  );
  const stopped = await inTransaction(database.pool, (transaction) =>
    stopLetters(transaction, { obligationIds, kinds: ['remind'] }),
  );
  expect(stopped).toEqual([]);
});
