import type { Instant } from '../../contracts/plan.ts';
import { CalendarYearMissing } from '../time/workingCalendar.ts';
import type { NoticeCalendar } from './calendarOf.ts';

/** A letter that leaves so soon after its time is on time. */
const ON_TIME_MS = 15 * 60_000;

/** Whether a letter leaves as planned, so that nothing need be asked about the hour. */
export const isOnTime = (notBefore: Instant, now: Instant): boolean =>
  Date.parse(now) - Date.parse(notBefore) <= ON_TIME_MS;

/**
 * When a letter that the post office has in hand may leave: now, or at the office's next opening where trouble with the
 * mail has kept it until after hours ("quiet hours defer, they never drop"). Whatever was to leave after hours from the
 * first, since its ladder writes at any hour, may be tried at any hour.
 */
export function mayLeaveAt(calendar: NoticeCalendar, notBefore: Instant, now: Instant): Instant {
  if (isOnTime(notBefore, now)) return now;
  try {
    return calendar.deferToOffice(notBefore) === notBefore ? calendar.deferToOffice(now) : now;
  } catch (error) {
    // a year without a table of days off is for the auditor to tell; nobody's letter is held for it
    if (error instanceof CalendarYearMissing) return now;
    throw error;
  }
}
