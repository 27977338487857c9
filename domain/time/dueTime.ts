import type { Instant, LocalDate, LocalTime } from './types.ts';
import type { WorkingCalendar } from './workingCalendar.ts';
import { addDays, atLocal, endOfDay } from './zone.ts';

export interface DueRule {
  /** The day as the notice names it. */
  date: LocalDate;
  /** "before 25/11" ends with 24/11, "by 30/11" with 30/11; `time` is on that last day. */
  boundary: 'before' | 'by';
  time?: LocalTime | undefined;
  rollRule: 'stay' | 'next' | 'previous';
}

export interface DueTime {
  /** Exclusive: what comes strictly before it is in time. */
  dueAt: Instant;
  /** The last day that is in time, after any roll. */
  lastDay: LocalDate;
  /** The day off that it rolled from. */
  movedFrom?: LocalDate;
  /** The day off that the rule met; `name` is the holiday's, or 'weekend'. */
  reason?: { code: 'day-off'; name: string; rule: 'stay' | 'next' | 'previous' };
  warning?: 'before-on-day-off';
}

/**
 * A due time by its rule. A due day off stays, or rolls to the next working day (Civil Code 2015, article 148) or the
 * previous one, and `reason` says so; "before" never rolls forward, since that would contradict the word: it stays,
 * with a warning. @throws CalendarYearMissing, NoSuchDay
 */
export function dueInstant(rule: DueRule, calendar: WorkingCalendar): DueTime {
  const last = rule.boundary === 'before' ? addDays(rule.date, -1) : rule.date;
  const end = (day: LocalDate): Instant =>
    rule.time === undefined ? endOfDay(day, calendar.zone) : atLocal(day, rule.time, calendar.zone);
  const off = calendar.whyOff(last);
  if (off === undefined) return { dueAt: end(last), lastDay: last };
  const reason = { code: 'day-off' as const, name: off, rule: rule.rollRule };
  if (rule.rollRule === 'next' && rule.boundary === 'before') {
    return { dueAt: end(last), lastDay: last, reason, warning: 'before-on-day-off' };
  }
  if (rule.rollRule === 'stay') return { dueAt: end(last), lastDay: last, reason };
  const moved = rule.rollRule === 'next' ? calendar.onOrNext(last) : calendar.onOrPrevious(last);
  return { dueAt: end(moved), lastDay: moved, movedFrom: last, reason };
}
