import { randomUUID } from 'node:crypto';
import type { LockedObligation } from '../decisions/lockObligations.ts';
import { recordDecision, subjectOf } from '../decisions/recordDecision.ts';
import { findingsDisproved, withdrawFindings } from '../findings/withdrawFindings.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import type { NewSubmission } from './newSubmission.ts';

/** Enters the decision that keying in is, with its reason; nothing for what a party handed in itself. */
export async function recordKeyIn(
  transaction: Transaction,
  submission: NewSubmission,
  obligations: readonly LockedObligation[],
): Promise<LogEntry[]> {
  if (submission.keyInDecision === undefined) return [];
  const { id: decisionId, actor } = submission.keyInDecision;
  const entry = await recordDecision(
    transaction,
    { decisionId, noticeId: submission.noticeId, actor, at: submission.now },
    {
      kind: 'key-in',
      subject: subjectOf(submission.noticeId, obligations),
      reason: submission.keyInReason,
      detail: {
        submission: submission.id,
        receivedAt: submission.receivedAt,
        obligations: obligations.map(({ id }) => id),
      },
    },
  );
  return [entry];
}

/**
 * Withdraws findings that say "no report" although one had been received ("what counts is the time of receipt in
 * whatever channel came first"). Keying in, with its reason, is the named decision that does it. Where a party's own
 * submission was complete before the lock and only its transaction came after the finding's, the engine corrects its
 * own record by a decision of that reason.
 */
export async function withdrawDisproved(
  transaction: Transaction,
  submission: NewSubmission,
  obligationIds: readonly string[],
): Promise<LogEntry[]> {
  const disproved = await findingsDisproved(transaction, obligationIds);
  if (disproved.length === 0) return [];
  const findings = disproved.map(({ id }) => id);
  const { now: at, composeReversed } = submission;
  if (submission.keyInDecision !== undefined) {
    const { id: decisionId, actor } = submission.keyInDecision;
    return withdrawFindings(transaction, findings, {
      decisionId,
      actor: actor.id,
      at,
      composeReversed,
    });
  }
  const obligations = [...new Set(disproved.map(({ obligationId }) => obligationId))];
  const decisionId = randomUUID();
  const actor = { id: 'engine', capacity: 'engine' };
  const entry = await recordDecision(
    transaction,
    { decisionId, noticeId: submission.noticeId, actor, at },
    {
      kind: 'reverse-finding',
      subject: obligations.length === 1 ? (obligations[0] ?? submission.id) : submission.noticeId,
      reason: `Received at ${submission.receivedAt}, before the lock, and entered after the finding.`,
      detail: { submission: submission.id, obligations },
    },
  );
  const by = { decisionId, actor: actor.id, at, composeReversed };
  return [entry, ...(await withdrawFindings(transaction, findings, by))];
}
