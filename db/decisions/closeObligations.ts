import type { Instant } from '../../contracts/plan.ts';
import { recountPeaks } from '../campaign/recountPeaks.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import type { LockedObligation } from './lockObligations.ts';
import { stopPursuit } from './stopPursuit.ts';

/** What closes them: a decision, a submission that settles more than its own, or the engine at a period's close. */
export type ClosedBy = { actor: string; at: Instant } & (
  | { decisionId: string }
  | { submissionId: string }
  | { periodId: string }
);

/**
 * Closes open obligations without a report of their own and stops what was to come for them.
 * @returns rows for the log, the closing of each first
 */
export async function closeObligations(
  transaction: Transaction,
  obligations: readonly LockedObligation[],
  as: 'excused' | 'cancelled' | 'paused' | 'merged' | 'reassigned' | 'covered' | 'no-proposal',
  by: ClosedBy,
): Promise<LogEntry[]> {
  const ids = obligations.map(({ id }) => id);
  if (ids.length === 0) return [];
  await transaction.query(
    'update obligation set closed_as = $2, closed_at = $3 where id = any($1)',
    [ids, as, by.at],
  );
  const stopped = await stopPursuit(transaction, ids, by.at);
  const recounted = await recountPeaks(transaction, obligations, by.at);
  const closed = ids.map(
    (id): LogEntry => ({
      actor: by.actor,
      action: `obligation-${as}`,
      subject: id,
      detail: causeOf(by),
    }),
  );
  return [...closed, ...stopped, ...recounted];
}

function causeOf(by: ClosedBy): Record<string, string> {
  if ('decisionId' in by) return { decision: by.decisionId };
  return 'submissionId' in by ? { submission: by.submissionId } : { period: by.periodId };
}
