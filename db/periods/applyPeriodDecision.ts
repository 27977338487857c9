import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import { closeObligations } from '../decisions/closeObligations.ts';
import type { LockedObligation } from '../decisions/lockObligations.ts';
import { lockOwed } from '../decisions/lockOwed.ts';
import { findingsAbout, withdrawFindings } from '../findings/withdrawFindings.ts';
import type { ComposeReversed } from '../findings/withdrawWords.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import type { PeriodDecision } from './periodDecisions.ts';

export interface AppliedDecision {
  closed: LockedObligation[];
  entries: LogEntry[];
}

/**
 * Takes out of a period that exists what a decision takes out: open reports close as merged (or cancelled, where it is
 * skipped), what was to come for them stops, and findings made for them are withdrawn by that very decision. Where
 * nobody's report is left the office's certificate is not asked for either. Reports that are there stay as they are.
 */
export async function applyPeriodDecision(
  transaction: Transaction,
  input: {
    noticeId: string;
    periodId: string;
    decision: PeriodDecision;
    now: Instant;
    composeReversed: ComposeReversed;
  },
): Promise<AppliedDecision> {
  const { noticeId, periodId, decision, now, composeReversed } = input;
  const { decisionId, actor, parties } = decision;
  const as = decision.into === null ? 'cancelled' : 'merged';
  const by = { actor, decisionId, at: now };
  const taken = await lockOpen(transaction, input, 'main', parties);
  const ids = taken.map(({ id }) => id);
  const withdrawn = await withdrawFindings(transaction, await findingsAbout(transaction, ids), {
    ...by,
    composeReversed,
  });
  const entries = [...withdrawn, ...(await closeObligations(transaction, taken, as, by))];
  if (await nobodyReports(transaction, periodId)) {
    const certificate = await lockOpen(transaction, { noticeId, periodId }, 'certificate', null);
    entries.push(...(await closeObligations(transaction, certificate, as, by)));
    taken.push(...certificate);
  }
  await transaction.query('update period_decision set applied_at = $2 where decision_id = $1', [
    decisionId,
    now,
  ]);
  return { closed: taken, entries };
}

async function lockOpen(
  transaction: Transaction,
  { noticeId, periodId }: { noticeId: string; periodId: string },
  track: string,
  parties: string[] | null,
): Promise<LockedObligation[]> {
  const locked = await lockOwed(transaction, { noticeId, periods: [periodId] }, async () => {
    const { rows } = await transaction.query<{ id: string }>(
      `select id from obligation where period_id = $1 and (track = $2 or deliverable = $2) and outcome = 'open'
         and ($3::text[] is null or party_id = any($3))`,
      [periodId, track, parties],
    );
    return rows.map(({ id }) => id);
  });
  return locked.filter(({ outcome }) => outcome === 'open');
}

/** Whether every report of a period was taken out of it: none is owed, and none came. */
async function nobodyReports(transaction: Transaction, periodId: string): Promise<boolean> {
  const { rows } = await transaction.query<{ nobody: boolean }>(
    `select not exists (select from obligation where period_id = $1 and track = 'main'
       and outcome in ('open', 'on-time', 'late')) as nobody`,
    [periodId],
  );
  return rows[0]?.nobody ?? false;
}

/** Carries out what was decided about a period before it opened: nobody of those is ever prompted. */
export async function applyAtOpening(
  transaction: Transaction,
  period: {
    plan: PlannedPeriod;
    id: string;
    decisions: readonly PeriodDecision[];
    now: Instant;
  },
): Promise<LogEntry[]> {
  const { plan, id, decisions, now } = period;
  const entries: LogEntry[] = [];
  for (const decision of decisions.filter((one) => one.key === plan.key && !one.isApplied)) {
    const { noticeId } = plan;
    const applied = await applyPeriodDecision(transaction, {
      noticeId,
      periodId: id,
      decision,
      now,
      composeReversed: () => [], // nobody is found before a period opens
    });
    entries.push(...applied.entries);
  }
  return entries;
}
