import type { Instant } from '../../contracts/plan.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import { CalendarYearMissing } from '../time/workingCalendar.ts';
import { addDays } from '../time/zone.ts';

/**
 * The instant that lies so many minutes of open office before another: nights, days off and quiet periods do not
 * count. Where the year has no holiday table every minute counts, since a missing table must not hide what is late.
 */
export function officeMinutesBefore(
  calendar: NoticeCalendar,
  now: Instant,
  minutes: number,
): Instant {
  let left = minutes * 60_000;
  try {
    for (let day = calendar.dayOf(now); ; day = addDays(day, -1)) {
      if (!calendar.isWorkingDay(day) || calendar.quietAt(day)) continue;
      const opens = Date.parse(calendar.at(day, calendar.officeHours.from));
      const closes = Date.parse(calendar.at(day, calendar.officeHours.to));
      const open = Math.min(closes, Date.parse(now)) - opens;
      if (open >= left) return new Date(opens + open - left).toISOString();
      if (open > 0) left -= open;
    }
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    return new Date(Date.parse(now) - minutes * 60_000).toISOString();
  }
}
