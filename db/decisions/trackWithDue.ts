import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedTrack } from '../../contracts/plan.ts';
import { extendTrack } from '../../domain/ladder/extend.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { NoSuchDay } from '../../domain/time/day.ts';
import { CalendarYearMissing } from '../../domain/time/workingCalendar.ts';
import type { KeptPlan } from './lockPeriod.ts';
import { trackOfPeriod } from './trackOfPeriod.ts';

/** A due time as a decision names it. */
export interface DecidedDue {
  /** 'YYYY-MM-DD' */
  date: string;
  boundary: 'before' | 'by';
  /** 'HH:MM'; without it the day ends it */
  time: string | undefined;
}

/**
 * A track of a running period with its ladder counted from a due time that somebody decided on.
 * @throws Invalid for a day that does not exist, is not after `now`, or lies where the notice has no calendar
 */
export function trackWithDue(
  notice: Notice,
  plan: KeptPlan,
  key: string,
  { due, now }: { due: DecidedDue; now: Instant },
): PlannedTrack {
  const { track, ladder } = trackOfPeriod(notice, plan, key);
  try {
    return extendTrack(track, due, { calendar: calendarOf(notice), ladder, now });
  } catch (error) {
    if (error instanceof NoSuchDay || error instanceof CalendarYearMissing) {
      throw new PermanentFailure(FAILURES.invalid, error.message, '/dueDate');
    }
    throw error;
  }
}
