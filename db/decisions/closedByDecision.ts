import type { Pause } from '../../contracts/letters/campaigns.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import type { KeptPlan } from './lockPeriod.ts';

/** A period that a decision closes before its ladder has come to its own close. */
export interface ClosedByDecision {
  id: string;
  processId: string;
  plan: KeptPlan;
  /** set where it lay wholly inside a pause */
  pause: Pause | null;
  at: Instant;
}

/** What that means beyond the record: its kind of process's own, in the same transaction. Answers with rows for the log. */
export type WhenClosedByDecision = (
  transaction: Transaction,
  closed: ClosedByDecision,
) => Promise<LogEntry[]>;
