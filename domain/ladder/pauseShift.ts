import type { Ladder } from '../../contracts/notice/index.ts';
import type { Deliverable, Instant, PlannedStep } from '../../contracts/plan.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import {
  inOrder,
  type LadderInput,
  reminderSteps,
  stepsFromDue,
  workingDaysLater,
} from '../plan/ladderSteps.ts';
import { outOfQuiet, whenLettersGo } from '../plan/moment.ts';
import { addDays } from '../time/zone.ts';

export interface PausedSpan {
  pausedAt: Instant;
  resumedAt: Instant;
}

/** A schedule as far as a pause moves it: the track it follows, and its steps with when each was taken. */
export interface PausedSchedule {
  /** When it began to run: the period's opening, or the decision that made it. */
  runsFrom: Instant;
  dueAt: Instant;
  lastDay: string;
  lockAt: Instant | null;
  neverLate: boolean;
  steps: readonly RunningStep[];
}

type RunningStep = PlannedStep & { doneAt: Instant | null };

/** What a pause makes of it: what was taken stays taken, first; then what is still to come, in order. */
export interface ShiftedSchedule {
  dueAt: Instant;
  /** The last day on which it is in time now. */
  lastDay: string;
  lockAt: Instant | null;
  steps: RunningStep[];
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
 * A schedule after a resume. A due time that was still ahead is extended by the span for which it stood still (from the
 * pause, or from where it began to run if that came later), and the ladder is told anew from it, so that nobody is
 * locked with the letter that tells him, and the deputy hears before the chair. Where the due time was over, what was
 * still to come is put off by the span to its own time of day, each rung its own working days after the one before it.
 */
export function shiftAfterPause(
  schedule: PausedSchedule,
  { pausedAt, resumedAt }: PausedSpan,
  { calendar, ladder }: { calendar: NoticeCalendar; ladder: Ladder },
): ShiftedSchedule {
  const since = schedule.runsFrom > pausedAt ? schedule.runsFrom : pausedAt;
  const span = Date.parse(resumedAt) - Date.parse(since);
  const context = {
    calendar,
    ladder,
    resumedAt,
    later: (at: Instant): Instant => new Date(Date.parse(at) + span).toISOString(),
  };
  return schedule.dueAt > since ? extended(schedule, context) : putOff(schedule, since, context);
}

interface ShiftContext {
  calendar: NoticeCalendar;
  ladder: Ladder;
  resumedAt: Instant;
  later: (at: Instant) => Instant;
}

function extended(
  { dueAt: oldDueAt, lockAt, neverLate, steps }: PausedSchedule,
  context: ShiftContext,
): ShiftedSchedule {
  const { calendar, ladder, later, resumedAt: now } = context;
  const dueAt = later(oldDueAt);
  const lastDay = lastDayOf(calendar, dueAt);
  const pursuit = neverLate ? 'never-late' : lockAt === null ? 'trial' : 'full';
  const input: LadderInput = { calendar, ladder, due: { dueAt, lastDay, notes: [] }, pursuit };
  const taken = steps.filter(({ doneAt }) => doneAt !== null);
  const opening = steps.filter(isOpeningAhead).map((step) => opened(step, context));
  const prompted = opening.reduce((latest, { at }) => (at > latest ? at : latest), now);
  const anew = stepsFromDue(input);
  const ahead = [...reminderSteps(input, prompted).steps, ...anew.steps]
    .filter(({ key }) => taken.every((step) => step.key !== key))
    .map((step) => ({ ...step, doneAt: null }));
  return {
    dueAt,
    lastDay,
    lockAt: anew.lockAt,
    steps: [...taken, ...inOrder([...opening, ...ahead])],
  };
}

/** Reminders of a due time that is over are dropped. */
function putOff(
  { dueAt, lastDay, lockAt: oldLockAt, steps }: PausedSchedule,
  since: Instant,
  context: ShiftContext,
): ShiftedSchedule {
  const { calendar, later } = context;
  const taken = steps.filter(({ doneAt }) => doneAt !== null);
  let lockAt = oldLockAt;
  let before = steps.find(({ kind }) => kind === 'lock')?.doneAt ?? lockAt;
  const ahead = steps.flatMap((step): RunningStep[] => {
    if (step.doneAt !== null) {
      if (step.kind === 'rung') before = step.doneAt;
      return [];
    }
    switch (step.kind) {
      case 'prompt':
      case 'draft':
        return [opened(step, context)];
      case 'remind':
        return [];
      case 'due':
      case 'close':
        return [step];
      case 'overdue':
        return [{ ...step, at: ownTimeFrom(calendar, later(step.at), step.at) }];
      case 'lock':
        // one that waits for the office's word since before the pause goes on waiting
        lockAt = step.at > since ? ownTimeFrom(calendar, later(step.at), step.at) : step.at;
        before = lockAt;
        return [{ ...step, at: lockAt }];
      case 'rung': {
        const shifted = step.at > since ? ownTimeFrom(calendar, later(step.at), step.at) : step.at;
        const distance =
          before === null || step.rung === undefined
            ? shifted
            : outOfQuiet(calendar, workingDaysLater(calendar, before, step.rung)).at;
        before = distance > shifted ? distance : shifted;
        return [{ ...step, at: before }];
      }
      default:
        return step.kind satisfies never;
    }
  });
  const last = ahead.reduce(
    (latest, { kind, at }) => (kind !== 'close' && at > latest ? at : latest),
    dueAt,
  );
  const closed = ahead.map((step) =>
    step.kind === 'close' ? { ...step, at: closeAfter(calendar, later(step.at), last) } : step,
  );
  return { dueAt, lastDay, lockAt, steps: [...taken, ...inOrder(closed)] };
}

const isOpeningAhead = ({ kind, doneAt }: RunningStep): boolean =>
  doneAt === null && (kind === 'prompt' || kind === 'draft');

function opened(step: RunningStep, { calendar, ladder, later }: ShiftContext): RunningStep {
  const moment = whenLettersGo(calendar, { at: later(step.at), notes: [] }, ladder.letters);
  return { ...step, at: moment.at, notes: [...step.notes, ...moment.notes] };
}

/** A step's own time of day on the first open day on which it is not before `earliest`. */
function ownTimeFrom(calendar: NoticeCalendar, earliest: Instant, own: Instant): Instant {
  const day = calendar.onOrNextOpen(calendar.dayOf(earliest));
  const at = calendar.sameTimeOn(day, own);
  if (at >= earliest) return at;
  return calendar.sameTimeOn(calendar.onOrNextOpen(addDays(day, 1)), own);
}

/** A period closes a working day after its last step, when the office does, and not before its own time put off. */
function closeAfter(calendar: NoticeCalendar, own: Instant, last: Instant): Instant {
  const day = calendar.addWorkingDays(calendar.dayOf(last), 1);
  const after = calendar.at(day, calendar.officeHours.to);
  return after > own ? after : own;
}

/** A due time is exclusive: the last day in time is that of the millisecond before it. */
function lastDayOf(calendar: NoticeCalendar, dueAt: Instant): string {
  return calendar.dayOf(new Date(Date.parse(dueAt) - 1).toISOString());
}
