import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { addComment } from '../../../db/comments/addComment.ts';
import { answerComment } from '../../../db/comments/answerComment.ts';
import { listComments, unanswered } from '../../../db/comments/listComments.ts';
import { listAttainment, recordAttainment } from '../../../db/records/attainment.ts';
import { listInspections, recordInspection } from '../../../db/records/inspections.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { type Committee, logOf, openCommittee } from '../../support/register.ts';

const register = ownRegister();
let committee: Committee;
const by = { recordedBy: 'person:p-office', recordedAt: '2020-12-10T03:00:00.000Z' };
beforeAll(async () => {
  committee = await openCommittee(register.pool);
});

test('records an inspection once', async () => {
  const inspection = {
    id: randomUUID(),
    noticeId: committee.id,
    partyId: 'unit-1',
    inspectedOn: '2020-12-09',
    inspectedBy: 'Văn phòng',
    findings: 'Đường chưa xong.',
    ...by,
  };
  await recordInspection(register.pool, inspection);
  await recordInspection(register.pool, inspection);
  const listed = await listInspections(register.pool, {
    noticeId: committee.id,
    partyId: 'unit-1',
    limit: 9,
  });
  expect(listed).toEqual([inspection]);
  expect(await logOf(register.pool, `${committee.id}/unit-1`)).toEqual(['inspection-recorded']);
});

test('replaces the dates of a level and keeps the earlier ones in the log', async () => {
  const attainment = {
    noticeId: committee.id,
    partyId: 'unit-2',
    level: 'attained' as const,
    plannedOn: '2021-06-30',
    attainedOn: null,
    ...by,
  };
  await recordAttainment(register.pool, attainment);
  await recordAttainment(register.pool, attainment);
  await recordAttainment(register.pool, { ...attainment, attainedOn: '2021-06-01' });
  expect(await listAttainment(register.pool, { noticeId: committee.id })).toEqual([
    { ...attainment, attainedOn: '2021-06-01' },
  ]);
  expect(await logOf(register.pool, `${committee.id}/unit-2`)).toEqual([
    'attainment-recorded',
    'attainment-recorded',
  ]);
  await expect(
    recordAttainment(register.pool, { ...attainment, plannedOn: null }),
  ).rejects.toMatchObject({ failure: 'Invalid' });
});

test('records a comment of a meeting, and what became of it, with why', async () => {
  const { id: noticeId } = committee;
  const comment = {
    id: randomUUID(),
    noticeId,
    processId: 'reports',
    madeBy: 'xã 1',
    comment: 'Bổ sung số liệu.',
    ...by,
  };
  await addComment(register.pool, comment);
  await addComment(register.pool, comment);
  const about = { noticeId, processId: 'reports' };
  expect(await listComments(register.pool, about)).toMatchObject([
    { ...comment, absorbed: null, why: null, answeredAt: null },
  ]);
  expect(await unanswered(register.pool, about)).toEqual([{ madeBy: 'xã 1' }]);

  const answer = { ...about, id: comment.id, answeredBy: by.recordedBy, answeredAt: by.recordedAt };
  await expect(
    answerComment(register.pool, { ...answer, absorbed: false, why: ' ' }),
  ).rejects.toMatchObject({ failure: 'Invalid', pointer: '/why' });
  const no = { ...answer, absorbed: false, why: 'Đã có ở phụ lục.' };
  await answerComment(register.pool, no);
  await answerComment(register.pool, no);
  await answerComment(register.pool, { ...answer, absorbed: true, why: null });
  expect(await unanswered(register.pool, about)).toEqual([]);
  expect(await listComments(register.pool, about)).toMatchObject([{ absorbed: true, why: null }]);
  expect(await logOf(register.pool, `${noticeId}/reports`)).toEqual([
    'process-started',
    'comment-recorded',
    'comment-not-absorbed',
    'comment-absorbed',
  ]);
  await expect(answerComment(register.pool, { ...no, id: randomUUID() })).rejects.toMatchObject({
    failure: 'NotFound',
  });
});

test('refuses a record about nobody and nothing', async () => {
  const inspection = {
    id: randomUUID(),
    noticeId: committee.id,
    partyId: 'none',
    inspectedOn: '2020-12-09',
  };
  await expect(
    recordInspection(register.pool, { ...inspection, inspectedBy: 'x', findings: 'y', ...by }),
  ).rejects.toMatchObject({ failure: 'NotFound' });
  const comment = {
    id: randomUUID(),
    noticeId: committee.id,
    processId: 'none',
    madeBy: 'x',
    comment: 'y',
  };
  await expect(addComment(register.pool, { ...comment, ...by })).rejects.toMatchObject({
    failure: 'NotFound',
  });
});
