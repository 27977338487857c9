import { request as httpRequest } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterRequest, forgetRequests } from '../../../db/clock/requestsInFlight.ts';
import type { Queryable } from '../../../db/pool.ts';
import { isQuiet, readPending } from '../../../dev/rehearsal/pending.ts';
import { NOTICE } from '../../api/support/office.ts';
import { openRehearsedOffice, type RehearsedOffice } from './support/rehearsedOffice.ts';

let office: RehearsedOffice;
beforeAll(async () => {
  office = await openRehearsedOffice();
});
afterAll(() => office.close());

const pending = () => readPending(office.register.pool, NOTICE);

test('the clock stands while a request is in flight, and no longer once its answer is out', async () => {
  const request = httpRequest(`${office.apiUrl}/api/v1/notices/check`, {
    method: 'POST',
    headers: { ...office.bearer('admin'), 'content-type': 'application/yaml' },
  });
  const answered = new Promise((resolve, reject) => {
    request.on('response', (response) => response.resume().on('end', resolve));
    request.on('error', reject);
  });
  request.write('id: half a file');
  await expect.poll(async () => (await pending()).requests).toBe(1);
  expect(isQuiet(await pending())).toBe(false);
  request.end();
  await answered;
  await expect.poll(async () => isQuiet(await pending())).toBe(true);
});

test('what a killed server was answering is forgotten at the next start', async () => {
  const { pool } = office.register;
  await enterRequest(pool, crypto.randomUUID());
  expect((await pending()).requests).toBe(1);
  await forgetRequests(pool);
  expect((await pending()).requests).toBe(0);
});

test('a letter is pending while it is due, in hand or in doubt; those that are out of hand are not even looked at', async () => {
  const owner = new pg.Client({ connectionString: office.register.ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    await owner.query(LETTERS, [NOTICE]);
    await owner.query('analyze letter'); // as autovacuum does while a rehearsal runs
    const before = await rowsRead(owner);
    expect(Number((await readPending(owner, NOTICE)).letters)).toBe(3);
    expect((await rowsRead(owner)) - before).toBeLessThan(10);
  } finally {
    await owner.end(); // and nothing of it stays
  }
});

/** A letter due, one for later, one in hand, one in doubt, and a thousand that went out. */
const LETTERS = `
insert into letter (id, notice_id, key, kind, person_id, message_id, state, not_before, written_at, sent_at, claimed_by)
select gen_random_uuid(), $1, 'pending/' || i, 'remind', (select min(id) from person where notice_id = $1), 'pending-' || i,
  coalesce(w.state, 'sent'), case when i = 2 then 'infinity' else r.now end, r.now, case when w.state is null then r.now end,
  case when w.state = 'sending' then gen_random_uuid() end
from rehearsal r, generate_series(1, 1004) i
left join (values (1, 'queued'), (2, 'queued'), (3, 'sending'), (4, 'uncertain')) as w(i, state) using (i)
where r.notice_id = $1`;

/** How many letters this transaction has read from the table so far, by the server's own count. */
async function rowsRead(transaction: Queryable): Promise<number> {
  const { rows } = await transaction.query<{ read: string }>(
    `select seq_tup_read + idx_tup_fetch as read from pg_stat_xact_user_tables where relname = 'letter'`,
  );
  return Number(rows[0]?.read);
}
