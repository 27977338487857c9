import type { Instant } from '../../contracts/plan.ts';
import type { LogEntry } from '../log.ts';
import { withdrawProposals } from '../proposals/withdrawProposals.ts';
import type { Transaction } from '../transaction.ts';
import { type ComposeReversed, withdrawWords } from './withdrawWords.ts';

export interface Withdrawal {
  /** the named decision that withdraws them */
  decisionId: string;
  actor: string;
  at: Instant;
  composeReversed: ComposeReversed;
}

/**
 * Reverses those of these findings that stand, by a decision that has been entered; each stays in the register with its
 * evidence as it stood. A withheld finding held nothing against anybody, so there is nothing to reverse and it stays as it is. An open proposal
 * that rests on one of them is withdrawn with it, and whoever got the notice's words about one is told.
 */
export async function withdrawFindings(
  transaction: Transaction,
  findingIds: readonly string[],
  { decisionId, actor, at, composeReversed }: Withdrawal,
): Promise<LogEntry[]> {
  const { rows } = await transaction.query<{ id: string; obligation_id: string }>(
    `update finding set state = 'reversed', held = false, decided_at = $3, decision_id = $2
     where id = any($1) and state in ('recorded', 'released')
     returning id, obligation_id`,
    [findingIds, decisionId, at],
  );
  const reversed = rows.map(
    ({ id, obligation_id }): LogEntry => ({
      actor,
      action: 'finding-reversed',
      subject: obligation_id,
      detail: { finding: id, decision: decisionId },
    }),
  );
  const withdrawn = await withdrawProposals(
    transaction,
    rows.map(({ obligation_id }) => obligation_id),
    { decisionId, actor, at },
  );
  const told = await withdrawWords(
    transaction,
    rows.map(({ id }) => id),
    { decisionId, compose: composeReversed },
  );
  return [...reversed, ...withdrawn, ...told];
}

/** A finding that a receipt disproves. */
export interface Disproved {
  id: string;
  obligationId: string;
}

/** Ids of the findings about these obligations, whatever due time each is about. */
export async function findingsAbout(
  transaction: Transaction,
  obligationIds: readonly string[],
): Promise<string[]> {
  const { rows } = await transaction.query<{ id: string }>(
    'select id from finding where obligation_id = any($1) order by obligation_id, due_at',
    [obligationIds],
  );
  return rows.map(({ id }) => id);
}

/**
 * Those findings about these obligations that say "no report" of a time at which one had been received: before the lock,
 * from which silence counts, and before the finding itself (an extension moves the lock and does not erase what was
 * found before it).
 */
export async function findingsDisproved(
  transaction: Transaction,
  obligationIds: readonly string[],
): Promise<Disproved[]> {
  const { rows } = await transaction.query<Disproved>(
    `select f.id, o.id as "obligationId" from obligation o join finding f on f.obligation_id = o.id and f.state in ('recorded', 'released')
     where o.id = any($1) and o.received_at < least(coalesce(o.lock_at, o.due_at), f.recorded_at) order by o.id, f.due_at`,
    [obligationIds],
  );
  return rows;
}
