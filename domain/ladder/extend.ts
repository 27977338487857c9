import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Ladder } from '../../contracts/notice/index.ts';
import type { DateNote, Instant, PlannedTrack } from '../../contracts/plan.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import { type Due, type DueRule, dueOf } from '../plan/due.ts';
import { inOrder, reminderSteps, stepsFromDue } from '../plan/ladderSteps.ts';

/** What the steps of a new due time are worked out from. */
export interface ExtendContext {
  calendar: NoticeCalendar;
  ladder: Ladder;
  now: Instant;
}

/**
 * The schedule of an extension or a supplement: the steps of its own instants (reminders still ahead, due, overdue
 * notice, lock, rungs, close), none before `now` and no second prompt. The day is a named decision, so it stays where
 * it is a day off. What never locked (a trial, an optional process) does not lock now either. The caller keeps the
 * original due time beside the new one.
 * @throws Invalid where the new due time is not after `now`
 */
export function extendTrack(
  track: PlannedTrack,
  newDue: Omit<DueRule, 'roll'>,
  context: ExtendContext,
): PlannedTrack {
  const due = dueOf(context.calendar, { ...newDue, roll: 'stay' });
  if (due.dueAt <= context.now) {
    throw new PermanentFailure(
      FAILURES.invalid,
      `the new due time ${due.dueAt} is not after now (${context.now}); choose a later day`,
      '/dueDate',
    );
  }
  return trackDueAt(track, due, context);
}

/** A track with another due time, its ladder counted from there. The due time lies after `now`. */
export function trackDueAt(
  track: PlannedTrack,
  due: Due,
  { calendar, ladder, now }: ExtendContext,
): PlannedTrack {
  const pursuit = track.neverLate ? 'never-late' : track.lockAt === null ? 'trial' : 'full';
  const input = { calendar, ladder, due, pursuit } as const;
  const reminders = reminderSteps(input, now);
  const { steps, lockAt } = stepsFromDue(input);
  const notes: DateNote[] = [...due.notes, ...reminders.notes];
  return {
    ...track,
    dueAt: due.dueAt,
    lastDay: due.lastDay,
    lockAt,
    steps: inOrder([...reminders.steps, ...steps]),
    notes,
  };
}
