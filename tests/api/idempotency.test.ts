import { afterAll, beforeAll, expect, test } from 'vitest';
import { multipart } from './support/formBody.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const url = `/api/v1/notices/${NOTICE}/submissions`;
const handIn = (key: string, body: string, role: 'party' | 'admin' = 'party') =>
  office.api.inject({
    method: 'POST',
    url,
    headers: { ...office.bearer(role), 'idempotency-key': key },
    payload: { obligations: [office.owed('chu-tich-mttq')], body, signedBy: 'chu-tich-mttq' },
  });
const versions = async () => {
  const { rows } = await office.register.pool.query<{ n: number }>(
    'select count(*) as n from submission_obligation where obligation_id = $1',
    [office.owed('chu-tich-mttq')],
  );
  return rows[0]?.n;
};

test('gives the same key and the same request the same answer, and carries it out once', async () => {
  const first = await handIn('key-1', 'báo cáo');
  expect(first.statusCode, first.body).toBe(201);
  const again = await handIn('key-1', 'báo cáo');
  expect(again.statusCode).toBe(201);
  expect(again.json()).toEqual(first.json());
  expect(await versions()).toBe(1);
});

test('refuses the key for another body, and takes it from another token', async () => {
  const other = await handIn('key-1', 'báo cáo khác');
  expect(other.statusCode).toBe(422);
  expect(other.json().type).toBe('/problems/key-reused');
  expect((await handIn('key-1', 'báo cáo', 'admin')).statusCode).toBe(201);
  expect(await versions()).toBe(2);
});

test('answers 409 while the first is under way', async () => {
  const connection = await office.register.pool.connect();
  await connection.query('begin');
  await connection.query('select 1 from obligation where id = $1 for update', [
    office.owed('chu-tich-mttq'),
  ]);
  const both = ['a', 'b'].map(() => handIn('key-2', 'đang gửi').then((answer) => answer));
  const refused = await Promise.race(both);
  expect(refused.statusCode).toBe(409);
  expect(refused.json().type).toBe('/problems/under-way');
  expect(refused.headers['retry-after']).toBeDefined();
  await connection.query('commit');
  connection.release();
  const taken = (await Promise.all(both)).find(({ statusCode }) => statusCode === 201);
  expect(taken).toBeDefined();
  expect((await handIn('key-2', 'đang gửi')).json()).toEqual(taken?.json());
});

test('gives a key back where the request was refused', async () => {
  const send = (signedBy: string) =>
    office.api.inject({
      method: 'POST',
      url,
      headers: { ...office.bearer('admin'), 'idempotency-key': 'key-3' },
      payload: { obligations: [office.owed('chu-tich-mttq')], body: 'x', signedBy },
    });
  expect((await send('truong-phong-tn-mt')).statusCode).toBe(403);
  expect((await send('chu-tich-mttq')).statusCode).toBe(201);
});

test('takes once what was cut off before its answer was kept', async () => {
  const before = await versions();
  const first = await handIn('key-4', 'bị ngắt');
  await office.register.pool.query(
    `update idempotency_key set status = null, body = null, created_at = clock_timestamp() - interval '1 hour'
     where body->>'submissionId' = $1`,
    [first.json().submissionId],
  );
  const again = await handIn('key-4', 'bị ngắt');
  expect(again.json()).toEqual(first.json());
  expect(await versions()).toBe((before ?? 0) + 1);
});

test('tells two uploads apart by their files', async () => {
  const send = (content: string) => {
    const { payload, headers } = multipart([
      ['data', JSON.stringify({ obligations: [office.owed('chu-tich-mttq')] })],
      ['files', { name: 'a.txt', content: Buffer.from(content) }],
    ]);
    return office.api.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...headers, ...office.bearer('party'), 'idempotency-key': 'key-5' },
    });
  };
  expect((await send('một')).statusCode).toBe(201);
  expect((await send('một')).statusCode).toBe(201);
  expect((await send('hai')).statusCode).toBe(422);
});

test('sends a decision under one id however often it is asked', async () => {
  const pause = () =>
    office.api.inject({
      method: 'POST',
      url: `/api/v1/notices/${NOTICE}/processes/5-reports/pause`,
      headers: { ...office.bearer('admin'), 'idempotency-key': 'pause-1' },
      payload: { reason: 'tạm dừng để rà soát' },
    });
  office.processes.failNext = new Error('the answer was lost on the way');
  expect((await pause()).statusCode).toBe(500);
  const answer = await pause();
  expect(answer.statusCode).toBe(200);
  office.processes.updates.length = 0;
  expect((await pause()).json()).toEqual(answer.json());
  expect(office.processes.updates).toEqual([]);
});

test.each(['', ' '.repeat(3), 'x'.repeat(201)])('refuses the key %j', async (key) => {
  const answer = await handIn(key, 'x');
  expect([400, 422]).toContain(answer.statusCode);
});
