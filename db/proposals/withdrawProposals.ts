import type { Instant } from '../../contracts/plan.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Withdraws open proposals that rest on one of these obligations' findings, which a decision has just reversed. What
 * the chair has decided stays decided.
 */
export async function withdrawProposals(
  transaction: Transaction,
  obligationIds: readonly string[],
  by: { decisionId: string; actor: string; at: Instant },
): Promise<LogEntry[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `update proposal set state = 'withdrawn', withdrawn_why = 'no-miss', settled_at = $2
     where missed && $1 and state = 'open' returning id`,
    [obligationIds, by.at],
  );
  return rows.map(({ id }) => ({
    actor: by.actor,
    action: 'proposal-withdrawn',
    subject: id,
    detail: { why: 'no-miss', decision: by.decisionId },
  }));
}
