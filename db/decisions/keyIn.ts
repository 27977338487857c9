import type { KeyIn } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Pool } from '../pool.ts';
import type { NewAttachment, NewSubmission, Receipt } from '../submissions/newSubmission.ts';
import { takeSubmission } from '../submissions/takeSubmission.ts';
import type { Deciding } from './recordDecision.ts';

export interface KeyInInput extends Deciding {
  decision: KeyIn;
  /** the scan */
  attachments: NewAttachment[];
  reviewDueAt: Instant;
  composeReceipt: NewSubmission['composeReceipt'];
  composeReversed: NewSubmission['composeReversed'];
}

/**
 * The office keys in what reached it on paper, by telephone, Zalo or e-mail, with its time of receipt and a reason; the
 * submission has the decision's id. One in hand before the due time was in time, and this is the named decision that
 * withdraws a finding already made.
 * @throws as `takeSubmission`; Invalid where the signer is nobody in this notice
 */
export async function keyIn(pool: Pool, input: KeyInInput): Promise<Receipt> {
  const { decisionId, noticeId, actor, at, decision } = input;
  const signedBy = decision.signedBy ?? null;
  if (signedBy !== null) await mustBeKnown(pool, noticeId, signedBy);
  return takeSubmission(pool, {
    id: decisionId,
    noticeId,
    obligationIds: decision.obligations,
    signedBy,
    uploadedBy: actor.id,
    channel: decision.channel,
    kind: decision.kind,
    body: decision.body,
    answers: {},
    checklist: decision.checklist,
    attachments: input.attachments,
    receivedAt: new Date(decision.receivedAt).toISOString(),
    reviewDueAt: input.reviewDueAt,
    now: at,
    keyInReason: decision.reason,
    keyInDecision: { id: decisionId, actor },
    composeReceipt: input.composeReceipt,
    composeReversed: input.composeReversed,
  });
}

async function mustBeKnown(pool: Pool, noticeId: string, personId: string): Promise<void> {
  const { rowCount } = await pool.query('select 1 from person where notice_id = $1 and id = $2', [
    noticeId,
    personId,
  ]);
  if (rowCount === 1) return;
  throw new PermanentFailure(
    FAILURES.invalid,
    `nobody in ${noticeId} is ${personId}; leave the signer out where it is not known`,
    '/signedBy',
  );
}
