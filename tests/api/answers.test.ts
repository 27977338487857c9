import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { questionsOf } from '../../domain/notice/questionsOf.ts';
import { MORNING, NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const url = `/api/v1/notices/${NOTICE}/processes/3-attainment/answers`;
const handIn = async (party: string, answers: Record<string, string>) => {
  const { rows } = await office.register.pool.query<{ person_id: string }>(
    'select person_id from holding where notice_id = $1 and party_id = $2',
    [NOTICE, party],
  );
  const signedBy = rows[0]?.person_id ?? '';
  await takeSubmission(office.register.pool, {
    id: randomUUID(),
    noticeId: NOTICE,
    obligationIds: [office.owed(party)],
    signedBy,
    uploadedBy: `person:${signedBy}`,
    channel: 'link',
    kind: 'report',
    body: '',
    answers,
    checklist: [],
    attachments: [],
    receivedAt: MORNING,
    reviewDueAt: '2020-12-07T10:00:00.000Z',
    now: MORNING,
    composeReceipt: () => [],
    composeReversed: () => [],
  });
};

test('lists what was answered in the sections of row 3, and how many of those who reported did', async () => {
  const questions = questionsOf(office.notice, '3-attainment');
  const [first, second] = questions?.sections ?? [];
  if (!first || !second) throw new Error('row 3 asks two things in the members’ report');
  await handIn('truong-ban-tuyen-giao', { [first.id]: 'Xã đạt 17 tiêu chí.', other: 'Khác.' });
  await handIn('chu-tich-mttq', { [first.id]: '  ', other: 'Không nói gì về xã.' });

  const answer = await office.api.inject({ url, headers: office.bearer('office') });
  expect(answer.statusCode).toBe(200);
  const { cycle, sections, coverage, items } = answer.json();
  expect(cycle).toBe('5-reports');
  expect(sections).toEqual([first, second]);
  expect(coverage).toEqual([
    { periodKey: '2020-11-28', owed: expect.any(Number), reported: 2, answered: 1 },
  ]);
  expect(items).toEqual([
    expect.objectContaining({
      partyId: 'truong-ban-tuyen-giao',
      answers: { [first.id]: 'Xã đạt 17 tiêu chí.' },
    }),
  ]);
});

test('a process of its own periods has none, and members do not read each other’s answers', async () => {
  const other = url.replace('3-attainment', '1-propaganda');
  const headers = office.bearer('office');
  expect((await office.api.inject({ url: other, headers })).statusCode).toBe(404);
  expect((await office.api.inject({ url, headers: office.bearer('party') })).statusCode).toBe(403);
});
