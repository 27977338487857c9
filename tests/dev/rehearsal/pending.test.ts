import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterRequest, forgetRequests } from '../../../db/clock/requestsInFlight.ts';
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
