import type { Instant } from '../../contracts/plan.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import type { LockedObligation } from './lockObligations.ts';
import { stopPursuit } from './stopPursuit.ts';

/**
 * Closes open obligations without a report of their own and stops what was to come for them.
 * @returns rows for the log, the closing of each first
 */
export async function closeObligations(
  transaction: Transaction,
  obligations: readonly LockedObligation[],
  as: 'excused' | 'cancelled' | 'paused' | 'merged' | 'reassigned',
  by: { actor: string; decisionId: string; at: Instant },
): Promise<LogEntry[]> {
  const ids = obligations.map(({ id }) => id);
  if (ids.length === 0) return [];
  await transaction.query(
    'update obligation set closed_as = $2, closed_at = $3 where id = any($1)',
    [ids, as, by.at],
  );
  const stopped = await stopPursuit(transaction, ids, by.at);
  const closed = ids.map((id) => ({
    actor: by.actor,
    action: `obligation-${as}`,
    subject: id,
    detail: { decision: by.decisionId },
  }));
  return [...closed, ...stopped];
}
