import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { listSubmissions, unreviewed } from '../../../db/submissions/listSubmissions.ts';
import { readAttachment, readSubmission } from '../../../db/submissions/readSubmission.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { type Committee, openCommittee, report } from '../../support/register.ts';

const register = ownRegister();
let committee: Committee;
const taken: string[] = [];
beforeAll(async () => {
  committee = await openCommittee(register.pool);
  const days = ['10', '11', '12'];
  for (const [n, day] of days.entries()) {
    const submission = report(
      committee,
      `unit-${n + 1}`,
      `p-unit-${n + 1}`,
      `2020-12-${day}T03:00:00.000Z`,
      {
        reviewDueAt: `2020-12-${20 - n}T10:00:00.000Z`,
        answers: { done: `Việc ${n + 1}` },
      },
    );
    await takeSubmission(register.pool, submission);
    taken.push(submission.id);
  }
});

const [first, second, third] = [() => taken[0], () => taken[1], () => taken[2]];

test('lists the latest first, a page at a time', async () => {
  const page = await listSubmissions(register.pool, { noticeId: committee.id, limit: 2 });
  expect(page.map(({ id }) => id)).toEqual([third(), second()]);
  const last = page[1];
  if (!last) throw new Error('the page is short');
  const rest = await listSubmissions(register.pool, {
    noticeId: committee.id,
    after: { recordedAt: last.recordedAt, id: last.id },
    limit: 2,
  });
  expect(rest.map(({ id }) => id)).toEqual([first()]);
});

test.each([
  ['obligation', () => ({ obligationId: committee.owed('unit-2') }), 1],
  ['period', () => ({ periodId: committee.period }), 3],
  ['another period', () => ({ periodId: 'none' }), 0],
  ['signer', () => ({ signedBy: 'p-unit-3' }), 1],
  ['review', () => ({ review: 'accepted' as const }), 0],
])('narrows the list by %s', async (_, filter, n) => {
  const listed = await listSubmissions(register.pool, {
    noticeId: committee.id,
    limit: 9,
    ...filter(),
  });
  expect(listed).toHaveLength(n);
});

test('shows the office what it has still to review, the one due first ahead', async () => {
  const waiting = await unreviewed(register.pool, committee.id, 9);
  expect(waiting.map(({ id }) => id)).toEqual([third(), second(), first()]);
});

test('reads one with its text', async () => {
  const read = await readSubmission(register.pool, first() ?? '');
  expect(read).toMatchObject({
    noticeId: committee.id,
    body: 'Đã làm xong.',
    answers: { done: 'Việc 1' },
    attachments: [],
    covers: [{ obligationId: committee.owed('unit-1'), version: 1, outcome: 'on-time' }],
  });
});

test('says that what does not exist does not exist', async () => {
  await expect(readSubmission(register.pool, randomUUID())).rejects.toMatchObject({
    failure: 'NotFound',
  });
  await expect(readAttachment(register.pool, randomUUID())).rejects.toMatchObject({
    failure: 'NotFound',
  });
});
