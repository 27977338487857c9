import type { QuietPeriod } from './quietPeriod.ts';
import type { Instant, LocalDate, LocalTime } from './types.ts';
import type { WorkingCalendar } from './workingCalendar.ts';
import { addDays, atLocal, localDate, localTime } from './zone.ts';

export interface OfficeHours {
  from: LocalTime;
  /** Exclusive. */
  to: LocalTime;
}

/** An instant at which a letter may go out, and why it is not the one asked for. */
export interface Deferred {
  at: Instant;
  reason?: 'before-hours' | 'after-hours' | 'day-off' | 'quiet-period';
}

/** The instant itself inside office hours of a working day outside quiet periods, else the next opening: letters are deferred, never dropped. */
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
    for (let period = quiet(day); period !== undefined; period = quiet(day))
      day = period.firstWorkingDayAfter;
    return atLocal(day, hours.from, calendar.zone);
  };
  if (quiet(date) !== undefined) return { at: opening(date), reason: 'quiet-period' };
  if (!calendar.isWorkingDay(date)) return { at: opening(date), reason: 'day-off' };
  if (time < hours.from) return { at: opening(date), reason: 'before-hours' };
  if (time >= hours.to) return { at: opening(addDays(date, 1)), reason: 'after-hours' };
  return { at: instant };
}
