import type { Rung } from './notice/index.ts';

/** An instant in UTC, as `Date.prototype.toISOString` prints it. */
export type Instant = string;

/** Why a date or an instant is not the one its rule gives at first sight. Formatted for readers by the catalogue. */
export type DateNote =
  | { code: 'day-off'; day: string; name: string; movedTo: string }
  | { code: 'kept-on-day-off'; day: string; name: string }
  | { code: 'quiet-period'; name: string; from: string; to: string; movedTo: string }
  | { code: 'dropped-in-quiet-period'; name: string; from: string; to: string }
  | { code: 'month-end'; day: string; wanted: number }
  | { code: 'office-hours'; movedTo: string }
  | { code: 'after-reports-locked'; process: string; movedTo: string }
  | { code: 'compressed-to-start'; from: string; movedTo: string }
  | { code: 'trial'; startsAt: string }
  | { code: 'before-start'; startsAt: string }
  | { code: 'before-on-day-off'; day: string; name: string }
  | { code: 'opened-early'; from: string; movedTo: string }
  | { code: 'opened-late'; from: string; movedTo: string }
  | { code: 'due-after-late-opening'; day: string; movedTo: string }
  /** another period was merged into this one; for these parties, or for all */
  | { code: 'covers-merged'; period: string; parties?: string[] }
  | { code: 'not-before-amendment'; from: string; movedTo: string };

/** What a step does. The order of this list is the order of steps that share an instant. */
export const STEP_KINDS = [
  'prompt',
  'draft',
  'remind',
  'due',
  'overdue',
  'lock',
  'rung',
  'close',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One planned step of a track. `key` is unique in its track: the kind, and the number or the rung's id where there are several. */
export interface PlannedStep {
  key: string;
  kind: StepKind;
  at: Instant;
  rung?: Rung;
  notes: DateNote[];
}

/** What is owed: the report itself, the office's certificate, a guidance, a stage of a draft, a check-in, an explanation that the chair asked for. */
export type Deliverable =
  | 'report'
  | 'digest'
  | 'certificate'
  | 'guidance'
  | 'dossier'
  | 'document'
  | 'return'
  | 'stage'
  | 'check-in'
  | 'explanation';

/** Parties of one period that share every instant: one row of steps for all of them. */
export interface PlannedTrack {
  key: string;
  deliverable: Deliverable;
  parties: string[];
  ladder: string;
  outline: string | null;
  dueAt: Instant;
  /** The last day on which it is still in time, 'YYYY-MM-DD', as letters name it. */
  lastDay: string;
  /** null: nothing is ever locked (a trial period, an optional process). */
  lockAt: Instant | null;
  /** "có thể", or an opinion that is asked for: whenever it comes it is in time, and silence is nobody's miss. */
  neverLate?: true;
  steps: PlannedStep[];
  notes: DateNote[];
}

/** One turn of a process, planned whole before anything of it starts. */
export interface PlannedPeriod {
  noticeId: string;
  processId: string;
  directive: string;
  /** The nominal day of the rule, 'YYYY-MM-DD'; with the process it identifies the period. A stage or peak adds its id. */
  key: string;
  opensAt: Instant;
  dueAt: Instant;
  closesAt: Instant;
  /** prompted, never found: its ladder does not fit after the start. */
  trial: boolean;
  /** its due time lies before the start: recorded, without letters. */
  beforeStart: boolean;
  /** the how-manyeth period that is neither trial nor before the start, from 1; 0 for those, and for one that a decision adds. */
  ordinal: number;
  tracks: PlannedTrack[];
  notes: DateNote[];
  /** set for a peak of a campaign */
  peak?: PlannedPeak;
}

/** The days of a campaign's peak and the year whose quota it counts for. */
export interface PlannedPeak {
  id: string;
  year: number;
  /** 'YYYY-MM-DD', both days included */
  from: string;
  to: string;
}
