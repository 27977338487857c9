import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addComment } from '../../db/comments/addComment.ts';
import type { NewSubmission } from '../../db/submissions/newSubmission.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { openDraftingCommittee, STAGES, type StageId } from '../support/draftingCommittee.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { obligationRow, report } from '../support/register.ts';
import { ALL, activitiesOf, lettersOf } from './support/activitiesOf.ts';

const register = ownRegister();
const committee = openedAnew(() =>
  openDraftingCommittee(register.pool, ['draft', 'consult', 'absorb', 'submit']),
);

const step = (stage: StageId, stepKey: string, process = 'mechanism') => {
  const periodId = `${committee.id}/${process}/${STAGES[stage].key}`;
  const now = STAGES[stage].prompt;
  return { periodId, scheduleId: `${periodId}/main`, stepKey, now, batch: ALL };
};
const prompt = (stage: StageId) =>
  activitiesOf(register.pool).ladder.sendPrompts(step(stage, 'prompt'));
const handInDraft = (over: Partial<NewSubmission>) =>
  takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', '2020-12-08T03:00:00.000Z', {
      obligationIds: [committee.stageOwed('draft', 'ana')],
      ...over,
    }),
  );

describe('a consultation', () => {
  test('asks each body for its opinion on the draft as it was handed in', async () => {
    await handInDraft({ body: '', answers: { done: 'Mức hỗ trợ 70 %.\nĐiều 4 <b>mới</b>.' } });
    await prompt('consult');
    const letters = await lettersOf(register.pool, committee.id, 'consult-request');
    expect(letters.map(({ person }) => person)).toEqual(['p-binh', 'p-unit-1', 'p-unit-2']);
    expect(letters[0]?.document).toContain('1. Đã làm');
    expect(letters[0]?.document).toContain('Mức hỗ trợ 70 %.');
    expect(letters[0]?.document).toContain('ý kiến về cơ chế hỗ trợ cụ thể');
    expect(letters[0]?.document).not.toContain('báo cáo');
  });

  test('shows the beginning of a long draft and says that it is one', async () => {
    await handInDraft({ body: `${'Một dòng.\n'.repeat(1000)}CUỐI` });
    await prompt('consult');
    const [first] = await lettersOf(register.pool, committee.id, 'consult-request');
    expect(first?.document).toContain('phần đầu của dự thảo');
    expect(first?.document).not.toContain('CUỐI');
  });
});

describe('any other stage', () => {
  test('is prompted for by its name, with the session and what became of the stage before', async () => {
    await prompt('draft');
    await handInDraft({});
    await prompt('submit');
    const letters = await lettersOf(register.pool, committee.id, 'prompt');
    expect(letters).toHaveLength(2);
    const [draft, submit] = letters.map(({ document }) => document);
    expect(draft).toContain('Bản dự thảo hạn 08/12/2020');
    expect(draft).toContain('phiên họp tháng 12');
    expect(submit).toContain('Bước trước (“Tiếp thu ý kiến”) chưa xong');
    expect(submit).toContain('Title of chair');
    for (const document of [draft, submit]) expect(document).not.toMatch(/báo cáo/i);
  });

  test('that absorbs comments says how many there are', async () => {
    const comment = {
      id: randomUUID(),
      noticeId: committee.id,
      processId: 'mechanism',
      madeBy: 'xã 1',
      comment: 'Nâng mức hỗ trợ.',
      recordedBy: 'person:p-office',
      recordedAt: STAGES.draft.prompt,
    };
    await addComment(register.pool, comment);
    await prompt('absorb');
    const [letter] = await lettersOf(register.pool, committee.id, 'prompt');
    expect(letter?.document).toContain('có 1 ý kiến, còn 1 ý kiến chưa trả lời');
  });
});

test('an optional document that nobody hands in is recorded as not proposed at its close', async () => {
  await committee.openStage('draft', 'helpers');
  await committee.openStage('submit', 'helpers');
  const activities = activitiesOf(register.pool);
  const outcome = async (stage: StageId) =>
    (await obligationRow(register.pool, committee.stageOwed(stage, 'office', 'helpers'))).outcome;
  const close = (stage: StageId) =>
    activities.ladder.closePeriod({
      ...step(stage, 'close', 'helpers'),
      now: '2021-01-04T10:00:00.000Z',
    });
  await close('draft');
  expect(await outcome('draft')).toBe('open');
  await close('submit');
  expect(await outcome('draft')).toBe('no-proposal');
  expect(await outcome('submit')).toBe('no-proposal');
  const { rows } = await register.pool.query<{ n: number }>(
    'select count(*) as n from finding f join obligation o on o.id = f.obligation_id where o.notice_id = $1',
    [committee.id],
  );
  expect(rows[0]?.n).toBe(0);
});
