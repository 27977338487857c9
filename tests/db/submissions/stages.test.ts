import { beforeEach, describe, expect, test } from 'vitest';
import { answerComment } from '../../../db/comments/answerComment.ts';
import { listComments } from '../../../db/comments/listComments.ts';
import type { NewSubmission } from '../../../db/submissions/newSubmission.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { openDraftingCommittee, type StageId } from '../../support/draftingCommittee.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { logOf, obligationRow, report, stepsOf, takeWake } from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() =>
  openDraftingCommittee(register.pool, ['draft', 'consult', 'absorb', 'submit']),
);
const AT = '2020-12-10T03:00:00.000Z';

const handIn = (
  stage: StageId,
  party: string,
  over: Partial<NewSubmission> = {},
  process?: string,
) => {
  const obligationIds = [committee.stageOwed(stage, party, process)];
  const handed = report(committee, party, `p-${party}`, AT, { obligationIds, ...over });
  return takeSubmission(register.pool, handed);
};
const outcome = async (stage: StageId, party: string, process?: string) =>
  (await obligationRow(register.pool, committee.stageOwed(stage, party, process))).outcome;
const about = () => ({ noticeId: committee.id, processId: 'mechanism' });
const nothing = { kind: 'nothing', body: '' } as const;

describe('an opinion on a draft', () => {
  test('becomes a comment, which the drafter has to answer before the absorbing is taken', async () => {
    await handIn('consult', 'binh', { body: 'Nên nâng mức hỗ trợ.' });
    const [comment] = await listComments(register.pool, about());
    expect(comment).toMatchObject({
      madeBy: 'Title of binh',
      partyId: 'binh',
      comment: 'Nên nâng mức hỗ trợ.',
      absorbed: null,
    });
    await expect(handIn('absorb', 'ana')).rejects.toMatchObject({
      failure: 'Conflict',
      message: 'comments on the draft stand unanswered: Title of binh',
    });
    expect(await outcome('absorb', 'ana')).toBe('open');
    const answer = {
      answeredBy: 'person:p-ana',
      answeredAt: AT,
      absorbed: false,
      why: 'Vượt dự toán.',
    };
    await answerComment(register.pool, { ...about(), id: comment?.id ?? '', ...answer });
    await handIn('absorb', 'ana');
    expect(await outcome('absorb', 'ana')).toBe('on-time');
  });

  test('given again takes the place of the first and stands unanswered', async () => {
    await handIn('consult', 'binh', { body: 'Một.' });
    const [first] = await listComments(register.pool, about());
    const answer = { answeredBy: 'person:p-ana', answeredAt: AT, absorbed: true, why: null };
    await answerComment(register.pool, { ...about(), id: first?.id ?? '', ...answer });
    await handIn('consult', 'binh', { body: 'Hai.', answers: { more: 'Ba.' } });
    expect(await listComments(register.pool, about())).toMatchObject([
      { id: first?.id, comment: 'Hai.\nBa.', absorbed: null, answeredAt: null },
    ]);
  });

  test('that agrees is no comment', async () => {
    await handIn('consult', 'binh', nothing);
    expect(await listComments(register.pool, about())).toEqual([]);
    expect(await outcome('consult', 'binh')).toBe('on-time');
  });

  test('wakes the process when the last body has answered', async () => {
    await handIn('consult', 'binh', nothing);
    expect(await takeWake(register.pool, `${committee.id}/mechanism`)).toBe(false);
    for (const unit of ['unit-1', 'unit-2']) {
      await handIn('consult', unit, { ...nothing, signedBy: `p-${unit}` });
    }
    expect(await takeWake(register.pool, `${committee.id}/mechanism`)).toBe(true);
  });
});

describe('the document handed in', () => {
  test('covers what its party owes in earlier stages, and leaves others alone', async () => {
    await handIn('submit', 'ana');
    expect(await outcome('submit', 'ana')).toBe('on-time');
    expect(await outcome('draft', 'ana')).toBe('covered');
    expect(await outcome('absorb', 'ana')).toBe('covered');
    expect(await outcome('consult', 'binh')).toBe('open');
    expect(await logOf(register.pool, committee.stageOwed('draft', 'ana'))).toEqual([
      'obligation-covered',
    ]);
  });

  test('is never "nothing" where it has to be drafted', async () => {
    await expect(handIn('submit', 'ana', nothing)).rejects.toMatchObject({
      failure: 'Invalid',
      pointer: '/kind',
    });
    await expect(handIn('absorb', 'ana', nothing)).rejects.toMatchObject({ failure: 'Invalid' });
  });
});

describe('an optional document', () => {
  beforeEach(async () => {
    await committee.openStage('draft', 'helpers');
    await committee.openStage('submit', 'helpers');
  });

  test('is closed whole by the word that nothing is proposed', async () => {
    await handIn('draft', 'office', nothing, 'helpers');
    expect(await outcome('draft', 'office', 'helpers')).toBe('no-proposal');
    expect(await outcome('submit', 'office', 'helpers')).toBe('no-proposal');
    expect(await takeWake(register.pool, `${committee.id}/helpers`)).toBe(true);
  });

  test('is in time whenever it comes, and neither locked nor overdue', async () => {
    const late = '2021-01-15T03:00:00.000Z';
    const receipt = await handIn('submit', 'office', { receivedAt: late, now: late }, 'helpers');
    expect(receipt.late).toBe(false);
    expect(await outcome('submit', 'office', 'helpers')).toBe('on-time');
    const { schedule_id } = await obligationRow(
      register.pool,
      committee.stageOwed('submit', 'office', 'helpers'),
    );
    expect(Object.keys(await stepsOf(register.pool, schedule_id))).toEqual(
      expect.not.arrayContaining(['overdue', 'lock']),
    );
  });
});
