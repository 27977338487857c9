import { afterAll, beforeAll, expect, test } from 'vitest';
import { UPDATES } from '../../contracts/messages.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const PERIODS = `/api/v1/notices/${NOTICE}/processes/5-reports/periods`;
const reason = 'Kỳ 14/02/2021 là mùng 3 Tết';
const post = async (path: string, payload: object, person = 'truong-ban') =>
  office.api.inject({
    method: 'POST',
    url: `${PERIODS}/${path}`,
    headers: await office.tokenFor('head', person),
    payload,
  });

test('the chair merges a period that has not opened: the decision goes to its process', async () => {
  const answer = await post('2021-02-14/merge', { into: '2021-02-28', reason });
  expect(answer.statusCode).toBe(200);
  expect(office.processes.updates.at(-1)).toEqual({
    workflowId: `${NOTICE}/5-reports`,
    name: UPDATES.mergePeriod,
    payload: expect.objectContaining({
      decisionId: answer.json().decisionId,
      actor: { id: expect.stringMatching(/^token:/), capacity: 'truong-ban' },
      decision: { key: '2021-02-14', into: '2021-02-28', reason },
    }),
  });
});

test('or skips it, for some alone', async () => {
  const answer = await post('2021-02-14/skip', { parties: ['chu-tich-mttq'], reason });
  expect(answer.statusCode).toBe(200);
  expect(office.processes.updates.at(-1)).toMatchObject({
    name: UPDATES.skipPeriod,
    payload: { decision: { key: '2021-02-14', parties: ['chu-tich-mttq'], reason } },
  });
});

test('nobody but the chair: a deputy with a head’s token is refused', async () => {
  const before = office.processes.updates.length;
  const answer = await post('2021-02-14/skip', { reason }, 'pho-bi-thu-thuong-truc');
  expect(answer.statusCode).toBe(403);
  expect(answer.json().detail).toBe('the chair decides this');
  expect(office.processes.updates).toHaveLength(before);
});

test('a reason and a well-formed target are asked for', async () => {
  expect((await post('2021-02-14/merge', { into: '2021-02-28' })).statusCode).toBe(422);
  expect((await post('2021-02-14/merge', { into: '../x', reason })).statusCode).toBe(422);
});
