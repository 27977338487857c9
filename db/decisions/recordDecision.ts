import type { Actor } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { DecisionKind } from '../../domain/rights/decisionKinds.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/** Who decides, when, under which id: the same for every decision. */
export interface Deciding {
  /** a uuid of the caller's: repeated with it, a decision answers as it did and does nothing twice */
  decisionId: string;
  noticeId: string;
  actor: Actor;
  /** when it was taken, on the notice's clock */
  at: Instant;
}

export interface DecisionRecord {
  kind: DecisionKind;
  /** what it is about: an obligation, a period, a process, a finding or a submission; a notice where it is about several */
  subject: string;
  /** the reason in words; null where the decision is its own reason (a report accepted without a comment) */
  reason: string | null;
  /** ids, instants and codes, never words; what a repeated call answers is kept here too */
  detail: Record<string, unknown>;
}

/**
 * What a decision with this id answered before, or null. Ask once what it is about is locked: of two calls at once the
 * second then sees the first.
 * @throws Conflict where the id belongs to another kind of decision
 */
export async function decidedBefore(
  transaction: Transaction,
  { decisionId }: Deciding,
  kind: DecisionKind,
): Promise<Record<string, unknown> | null> {
  const { rows } = await transaction.query<{ kind: string; detail: Record<string, unknown> }>(
    'select kind, detail from decision where id = $1',
    [decisionId],
  );
  const row = rows[0];
  if (!row) return null;
  if (row.kind === kind) return row.detail;
  throw new PermanentFailure(
    FAILURES.conflict,
    `the decision ${decisionId} was taken before, as ${row.kind}: use a new id`,
  );
}

/** Enters a decision with its reason ("always with who, when and why") and answers its row for the log. */
export async function recordDecision(
  transaction: Transaction,
  deciding: Deciding,
  record: DecisionRecord,
): Promise<LogEntry> {
  const { decisionId, noticeId, actor, at } = deciding;
  const { kind, subject, reason, detail } = record;
  await transaction.query(
    `insert into decision (id, notice_id, kind, subject, actor, capacity, at, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [decisionId, noticeId, kind, subject, actor.id, actor.capacity, at, JSON.stringify(detail)],
  );
  if (reason !== null) {
    await transaction.query('insert into decision_text (decision_id, reason) values ($1, $2)', [
      decisionId,
      reason,
    ]);
  }
  return { actor: actor.id, action: `decided-${kind}`, subject, detail: { decision: decisionId } };
}

/** What a decision about these obligations is filed under: the one, the period they share, or the notice. */
export function subjectOf(
  noticeId: string,
  obligations: readonly { id: string; periodId: string }[],
): string {
  const [first, ...others] = obligations;
  if (!first) return noticeId;
  if (others.length === 0) return first.id;
  return others.every(({ periodId }) => periodId === first.periodId) ? first.periodId : noticeId;
}
