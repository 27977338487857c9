import { beforeAll, expect, test } from 'vitest';
import { listLetters, readLetter } from '../../../db/letters/listLetters.ts';
import { queueLetters } from '../../../db/letters/queueLetters.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { composeLetter } from '../../../letters/compose/composeLetter.ts';
import { head } from '../../letters/samples/facts.ts';
import { samples } from '../../letters/samples/samples.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { type Committee, DECEMBER, letter, openCommittee } from '../../support/register.ts';

const database = ownRegister();
let committee: Committee;
let ids: string[];

beforeAll(async () => {
  committee = await openCommittee(database.pool);
  const document = composeLetter('prompt', samples.prompt, head);
  const letters = [
    { ...letter('prompt', 'p-ana', [committee.owed('ana')], DECEMBER.prompt), document },
    letter('remind', 'p-ana', [committee.owed('ana'), committee.owed('sub-ana')], DECEMBER.remind),
    letter('remind', 'p-binh', [committee.owed('binh')], DECEMBER.remind),
    letter('round', 'p-deputy', [committee.owed('binh')], DECEMBER.lock),
    { ...letter('digest', 'p-chair', [], DECEMBER.lock), key: `${committee.id}/digest` },
  ];
  ids = [];
  for (const one of letters) {
    const entries = await inTransaction(database.pool, (transaction) =>
      queueLetters(transaction, { noticeId: committee.id, now: one.notBefore, letters: [one] }),
    );
    ids.push(entries[0]?.subject ?? '');
  }
  await database.pool.query(
    `update letter set state = 'failed', failure = '550', attempts = 1 where id = $1`,
    [ids[2]],
  );
  await database.pool.query(`insert into letter_attempt values ($1, 1, $2, 'refused', '550')`, [
    ids[2],
    DECEMBER.remind,
  ]);
});

const list = async (filter: Partial<Parameters<typeof listLetters>[1]> = {}) =>
  (await listLetters(database.pool, { noticeId: committee.id, limit: 50, ...filter })).items.map(
    ({ id }) => id,
  );

test('letters are listed as they were written, page after page, none twice', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listLetters(database.pool, { noticeId: committee.id, limit: 2, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(new Set(seen)).toEqual(new Set(ids));
  expect(seen).toHaveLength(ids.length);
  expect(seen[0]).toBe(ids[0]);
});

test('letters are found by kind, state, person, obligation and the parties they are about', async () => {
  expect(new Set(await list({ kind: 'remind' }))).toEqual(new Set([ids[1], ids[2]]));
  expect(await list({ state: 'failed' })).toEqual([ids[2]]);
  expect(await list({ person: 'p-ana' })).toEqual([ids[0], ids[1]]);
  expect(await list({ obligation: committee.owed('sub-ana') })).toEqual([ids[1]]);
  expect(new Set(await list({ parties: ['binh'] }))).toEqual(new Set([ids[2], ids[3]]));
  expect(await list({ parties: [] })).toEqual([]);
  // of more than one period as a whole, and about something owed in this one
  expect(new Set(await list({ period: committee.period }))).toEqual(new Set(ids.slice(0, 4)));
  expect(await list({ noticeId: 'another' })).toEqual([]);
});

test('a letter is read with its attempts; its links are names that open nothing, and there is no address', async () => {
  const prompt = await readLetter(database.pool, ids[0] ?? '');
  expect(prompt?.document?.blocks.filter(({ type }) => type === 'link')).toEqual([
    {
      type: 'link',
      label: expect.any(String),
      link: { to: 'report', obligationId: expect.any(String) },
    },
  ]);
  expect(JSON.stringify(prompt)).not.toMatch(/https?:|@example\.test/);
  const failed = await readLetter(database.pool, ids[2] ?? '');
  expect(failed).toMatchObject({
    state: 'failed',
    failure: '550',
    name: 'Name of p-binh',
    attemptRows: [{ attempt: 1, at: DECEMBER.remind, outcome: 'refused', answer: '550' }],
  });
  expect(await readLetter(database.pool, '00000000-0000-4000-8000-000000000000')).toBeUndefined();
});
