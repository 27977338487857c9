import type { QuietPeriod } from './quietPeriod.ts';
import type { Instant, LocalDate, LocalTime } from './types.ts';
import type { WorkingCalendar } from './workingCalendar.ts';
import { addDays, atLocal, localDate, localTime } from './zone.ts';

export interface OfficeHours {
  from: LocalTime;
  /** Exclusive, and later than `from`. */
  to: LocalTime;
}

/** An instant at which a letter may go out, and why it is not the one asked for. */
export interface Deferred {
  at: Instant;
  reason?:
    | { code: 'before-hours' | 'after-hours' }
    /** The name of the holiday, 'weekend', or the name of the quiet period. */
    | { code: 'day-off' | 'quiet-period'; name: string };
}

/**
 * The instant itself in office hours of a working day outside quiet periods, else the next opening: quiet hours defer
 * a letter, they never drop it (the domain's "Time"). @throws CalendarYearMissing
 */
export function deferToOfficeHours(
  instant: Instant,
  calendar: WorkingCalendar,
  hours: OfficeHours,
  quiet: (date: LocalDate) => QuietPeriod | undefined,
): Deferred {
  const date = localDate(instant, calendar.zone);
  const time = localTime(instant, calendar.zone);
  const opening = (from: LocalDate): Instant => {
    let day = calendar.onOrNext(from);
    for (let period = quiet(day); period !== undefined; period = quiet(day)) {
      day = period.firstWorkingDayAfter;
    }
    return atLocal(day, hours.from, calendar.zone);
  };
  const period = quiet(date);
  if (period !== undefined) {
    return { at: opening(date), reason: { code: 'quiet-period', name: period.name } };
  }
  const off = calendar.whyOff(date);
  if (off !== undefined) return { at: opening(date), reason: { code: 'day-off', name: off } };
  if (time < hours.from) return { at: opening(date), reason: { code: 'before-hours' } };
  if (time >= hours.to) return { at: opening(addDays(date, 1)), reason: { code: 'after-hours' } };
  return { at: instant };
}
