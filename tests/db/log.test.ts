import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { appendLog } from '../../db/log.ts';
import { inTransaction } from '../../db/transaction.ts';
import { ownRegister } from '../support/ownRegister.ts';

const register = ownRegister();
const NOTICE = 'committee-2020';
const AT = '2020-11-30T04:00:00.000Z';

beforeAll(async () => {
  await register.pool.query(
    `insert into notice (id, title, zone, language, content, content_sha256, loaded_at)
     values ($1, 'A notice', 'Asia/Ho_Chi_Minh', 'vi', '{}', repeat('0', 64), $2)`,
    [NOTICE, AT],
  );
});

const append = (subject: string) =>
  inTransaction(register.pool, (transaction) =>
    appendLog(transaction, NOTICE, AT, [
      { actor: 'engine', action: 'letter-written', subject, detail: { n: 1 } },
      { actor: 'engine', action: 'letter-sent', subject },
    ]),
  );
const firstBreak = async (url: string): Promise<number | null> => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ broken: string | null }>(
      'select log_first_break($1) as broken',
      [NOTICE],
    );
    const broken = rows[0]?.broken ?? null;
    return broken === null ? null : Number(broken);
  } finally {
    await owner.end();
  }
};

test('numbers rows without a gap and chains them, however many write at once', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => append(`subject-${n}`)));
  const { rows } = await register.pool.query<{ seqs: string; last: string }>(
    'select count(*) as seqs, max(seq) as last from log where notice_id = $1',
    [NOTICE],
  );
  expect(rows[0]).toEqual({ seqs: 80, last: 80 });
  expect(await firstBreak(register.ownerUrl)).toBeNull();
});

test.each([
  ['update', "update log set action = 'other'"],
  ['delete', 'delete from log'],
  ['truncate', 'truncate log'],
  [
    'insert past the chain',
    `insert into log select notice_id, seq + 1000, at, recorded_at, actor, action, subject, detail, prev_hash, hash from log limit 1`,
  ],
  ['move the head', 'update log_head set seq = 0'],
])('refuses the application to %s', async (_, sql) => {
  await expect(register.pool.query(sql)).rejects.toThrow(/permission denied/);
});

test('refuses even the owner to change, remove or empty it, and shows where a chain was broken by force', async () => {
  await append('before');
  const owner = new pg.Client({ connectionString: register.ownerUrl });
  await owner.connect();
  try {
    await expect(owner.query("update log set action = 'other'")).rejects.toThrow('append-only');
    await expect(owner.query('delete from log')).rejects.toThrow('append-only');
    await expect(owner.query('truncate log')).rejects.toThrow('append-only');
    await owner.query('alter table log disable trigger log_no_change');
    await owner.query("update log set action = 'forged' where seq = 7");
    await owner.query('alter table log enable trigger log_no_change');
  } finally {
    await owner.end();
  }
  expect(await firstBreak(register.ownerUrl)).toBe(7);
});
