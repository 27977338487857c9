import type {
  Actor,
  AmendmentKind,
  AskForSupplement,
  CancelObligations,
  Extend,
  HoldRung,
  MergePeriod,
  Reassign,
  SkipPeriod,
} from './decisions.ts';
import type { Rung } from './notice/index.ts';
import type { Instant, StepKind } from './plan.ts';

export const TASK_QUEUE = 'dondoc';

/** Search attributes, registered at every start; they let an admin find a process in Temporal's own UI. */
export const SEARCH_ATTRIBUTES = {
  DondocNotice: 'KEYWORD',
  DondocDirective: 'KEYWORD',
  DondocProcess: 'KEYWORD',
  DondocPeriod: 'KEYWORD',
  DondocState: 'KEYWORD',
} as const;

/**
 * The clock that a workflow waits on. Live: Temporal's timers. Rehearsal: a clock that stands still and leaps; each
 * wake-up carries a ticket from the register, and the workflow answers with the highest it got once it waits again,
 * so that the register knows who has not yet answered a leap.
 */
export type ClockInput = { kind: 'live' } | { kind: 'rehearsal'; ticket: number; now: Instant };

/**
 * Wakes a waiting workflow because of a fact in the register; in a rehearsal also because the clock has leapt, which
 * changes nothing in the register and need not be looked up.
 */
export type WakeSignal =
  | { kind: 'live' }
  | { kind: 'rehearsal'; cause: 'fact' | 'leap'; ticket: number; now: Instant };
export const WAKE = 'wake';

export interface NoticeInput {
  noticeId: string;
  clock: ClockInput;
}
/** Signal to the notice's workflow: start these processes (their data is complete). */
export const START_PROCESSES = 'startProcesses';
export interface StartProcesses {
  processIds: string[];
  wake: WakeSignal;
}

export interface ProcessInput {
  noticeId: string;
  processId: string;
  directive: string;
  /** key of the last period already opened, for continue-as-new; null at first */
  after: string | null;
  clock: ClockInput;
}
export interface FollowUpInput {
  noticeId: string;
  processId: string;
  directive: string;
  periodKey: string;
  clock: ClockInput;
}
export interface RoundInput {
  noticeId: string;
  clock: ClockInput;
}

/** A run of obligations by ordinal, both ends included: what one batch activity works through. */
export interface Batch {
  from: number;
  to: number;
}
/** A step still to be taken in a period. `ready` is false while a gate (certificate, earlier rung) keeps it back. */
export interface AgendaStep {
  scheduleId: string;
  key: string;
  kind: StepKind;
  at: Instant;
  rung: Rung | null;
  ready: boolean;
  batches: Batch[];
}
/** What a follow-up still has before it, read from the register; the register is the plan's one home. */
export interface Agenda {
  state: 'open' | 'paused' | 'closed' | 'before-start' | 'cancelled';
  /** steps fell into an outage of the engine that has not been made good yet */
  missed: boolean;
  steps: AgendaStep[];
}

/** Updates: decisions that move time or procedure. Each answers with the decision's id. */
export interface DecisionResult {
  decisionId: string;
}
export const UPDATES = {
  extend: 'extend',
  askForSupplement: 'askForSupplement',
  holdRung: 'holdRung',
  cancelObligations: 'cancelObligations',
  closeByDecision: 'closeByDecision',
  pause: 'pause',
  resume: 'resume',
  cancelProcess: 'cancelProcess',
  skipPeriod: 'skipPeriod',
  mergePeriod: 'mergePeriod',
  reassign: 'reassign',
  amend: 'amend',
} as const;
export interface Decided<Decision> {
  /** made by the API, so that a retried Update decides once */
  decisionId: string;
  /** when the API took it, on the notice's clock */
  at: Instant;
  /** filled in by the gateway: a decision wakes the process it is sent to */
  wake: WakeSignal;
  actor: Actor;
  decision: Decision;
}
/** What somebody wrote with a decision. */
export interface Words {
  reason?: string | undefined;
  /** what a supplement is asked for, and the parts that are missing */
  comment?: string | undefined;
  missing?: string[] | undefined;
  /** who decided an amendment, where that is not whoever enters it */
  by?: string | null | undefined;
}
/**
 * A decision as it travels: its words wait in the register under its id, since a workflow's history keeps its inputs and
 * nothing can be erased from it. The gateway takes them out, the activity that decides puts them back.
 */
export type Wordless<Update extends { decision: object }> = Omit<Update, 'decision'> & {
  decision: Omit<Update['decision'], keyof Words>;
};
export type ExtendUpdate = Decided<Extend>;
export type SupplementUpdate = Decided<AskForSupplement & { obligations: string[] }>;
export type HoldUpdate = Decided<HoldRung>;
export type CancelObligationsUpdate = Decided<CancelObligations>;
/** Sent to the process: the period may not be open yet. */
export type SkipPeriodUpdate = Decided<SkipPeriod & { key: string }>;
export type MergePeriodUpdate = Decided<MergePeriod & { key: string }>;
export type ReassignUpdate = Decided<Reassign>;
export type ReasonUpdate = Decided<{ reason: string }>;
/** The amended text waits in the register too. */
export type AmendUpdate = Decided<{
  kind: AmendmentKind;
  reason: string;
  /** who decided it, where that is not whoever enters it; null otherwise */
  by: string | null;
  /** the process whose date was moved, for the letters; null for an amendment of another sort */
  moves: string | null;
}>;
