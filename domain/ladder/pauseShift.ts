import type { Deliverable, Instant, PlannedStep } from '../../contracts/plan.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import { inOrder } from '../plan/ladderSteps.ts';
import { type LetterHours, type Moment, whenLettersGo } from '../plan/moment.ts';

export interface PausedSpan {
  pausedAt: Instant;
  resumedAt: Instant;
}

/** What a pause does to a schedule: the new instants, each with the old one beside it. */
export interface ShiftedSchedule {
  dueAt: Instant;
  oldDueAt: Instant;
  /** The last day on which it is in time now. */
  lastDay: string;
  lockAt: Instant | null;
  oldLockAt: Instant | null;
  /** Steps still to come, in the order in which they are taken. */
  steps: (PlannedStep & { oldAt: Instant })[];
}

/** A period as far as a pause depends on it; its first track is the main one. */
interface Pausable {
  opensAt: Instant;
  dueAt: Instant;
  tracks: readonly { deliverable: Deliverable }[];
}

/** What has a next turn; everything else is owed once, and would be lost with its period. */
const RECURRING: readonly Deliverable[] = ['report', 'digest', 'check-in', 'return'];

/**
 * Whether a period is recorded as paused: a turn that opened and fell due inside the pause. A collection, a stage of a
 * draft or an explanation has no next turn, so it is extended wherever it lies.
 */
export function isInsidePause(
  { opensAt, dueAt, tracks: [main] }: Pausable,
  { pausedAt, resumedAt }: PausedSpan,
): boolean {
  const recurs = main !== undefined && RECURRING.includes(main.deliverable);
  return recurs && opensAt >= pausedAt && dueAt <= resumedAt;
}

/**
 * What is recorded as paused with a period that lies inside the pause: all that is open, or, where an extension decided
 * meanwhile reaches beyond the pause, only what has fallen due in it. The certificate stays with the reports that do.
 */
export function lapsedInPause<One extends { outcome: string; deliverable: string; dueAt: Instant }>(
  period: Pausable,
  owed: readonly One[],
  span: PausedSpan,
): One[] {
  if (!isInsidePause(period, span)) return [];
  const open = owed.filter(({ outcome }) => outcome === 'open');
  const reports = open.filter(({ deliverable }) => deliverable !== 'certificate');
  const over = reports.filter(({ dueAt }) => dueAt <= span.resumedAt);
  return over.length === reports.length ? open : over;
}

/**
 * The schedule of an open period after a resume: every instant still to come moves by the span for which the period
 * was paused (from the pause, or from its opening where that came later); what was over before the pause stays.
 * Letters, lock and rungs are then put off to the office's hours, which keeps their order; a due time is extended by
 * the span exactly.
 */
export function shiftAfterPause(
  calendar: NoticeCalendar,
  schedule: {
    opensAt: Instant;
    dueAt: Instant;
    lastDay: string;
    lockAt: Instant | null;
    /** Steps not yet taken. */
    steps: readonly PlannedStep[];
    letters: LetterHours;
  },
  { pausedAt, resumedAt }: PausedSpan,
): ShiftedSchedule {
  const { opensAt, dueAt, lockAt, letters } = schedule;
  const since = opensAt > pausedAt ? opensAt : pausedAt;
  const span = Date.parse(resumedAt) - Date.parse(since);
  const later = (at: Instant): Instant => new Date(Date.parse(at) + span).toISOString();
  const inHours = (at: Instant): Moment =>
    whenLettersGo(calendar, { at: later(at), notes: [] }, letters);

  const newDueAt = dueAt > since ? later(dueAt) : dueAt;
  const steps = schedule.steps.map((step) => {
    const isPlainTime = step.kind === 'due' || step.kind === 'close';
    const moment = isPlainTime ? { at: later(step.at), notes: [] } : inHours(step.at);
    return { ...step, at: moment.at, notes: [...step.notes, ...moment.notes], oldAt: step.at };
  });
  return {
    dueAt: newDueAt,
    oldDueAt: dueAt,
    lastDay: dueAt > since ? lastDayOf(calendar, newDueAt) : schedule.lastDay,
    lockAt: lockAt !== null && lockAt > since ? inHours(lockAt).at : lockAt,
    oldLockAt: lockAt,
    // a reminder that office hours bring past the due time would remind of what is over
    steps: inOrder(steps.filter(({ kind, at }) => kind !== 'remind' || at < newDueAt)),
  };
}

/** A due time is exclusive: the last day in time is that of the millisecond before it. */
function lastDayOf(calendar: NoticeCalendar, dueAt: Instant): string {
  return calendar.dayOf(new Date(Date.parse(dueAt) - 1).toISOString());
}
