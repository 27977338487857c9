import { afterAll, beforeAll, expect, test } from 'vitest';
import { form } from './support/formBody.ts';
import { type Office, openOffice } from './support/office.ts';

// The first notice has holiday tables up to 2023; links in its letters go on opening their pages.

const BEYOND = '2024-02-02T03:00:00.000Z'; // a Friday
let office: Office;
beforeAll(async () => {
  office = await openOffice();
  office.clock.now = BEYOND;
});
afterAll(() => office.close());

const receiptFor = async (party: string) => {
  const { rows } = await office.register.pool.query<{ at: string; review: string }>(
    `select l.not_before as at, s.review_due_at as review from letter l
     join letter_obligation a on a.letter_id = l.id
     join submission_obligation c on c.obligation_id = a.obligation_id
     join submission s on s.id = c.submission_id
     where l.kind = 'receipt' and a.obligation_id = $1`,
    [office.owed(party)],
  );
  return rows[0];
};

test('a report is taken in a year without a holiday table, answered and put up for review', async () => {
  const obligation = office.owed('chu-tich-mttq');
  const answer = await office.api.inject({
    method: 'POST',
    url: `/r/${office.link('report', 'chu-tich-mttq', obligation)}`,
    ...form({ once: '1', kind: 'report', obligation, body: 'Muộn nhưng có.' }),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  // five working days on: the week-ends are known, though no holidays are
  expect(await receiptFor('chu-tich-mttq')).toEqual({
    at: BEYOND,
    review: '2024-02-09T10:00:00.000Z',
  });
});

test('what came on paper is keyed in, and whoever was ill is excused', async () => {
  const keyedIn = await office.api.inject({
    method: 'POST',
    url: '/api/v1/obligations/decisions/key-in',
    headers: office.bearer('office'),
    payload: {
      obligations: [office.owed('truong-phong-tn-mt')],
      channel: 'paper',
      receivedAt: '2024-01-31T01:00:00Z',
      body: 'Báo cáo giấy',
      reason: 'văn bản giấy đến',
    },
  });
  expect(keyedIn.statusCode, keyedIn.body).toBe(201);
  const excused = await office.api.inject({
    method: 'POST',
    url: '/api/v1/obligations/decisions/excuse',
    headers: office.bearer('head'),
    payload: {
      obligations: [office.owed('truong-phong-tc-kh')],
      ground: 'sickness',
      reason: 'ốm dài ngày',
    },
  });
  expect(excused.statusCode, excused.body).toBe(200);
});
