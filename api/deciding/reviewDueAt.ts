import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { calendarBeyondTables } from '../../domain/plan/calendarOf.ts';

/** When a submission handed in now counts as accepted if nobody has reviewed it: so many working days on, when the office closes (a setting). */
export function reviewDueAt(notice: Notice, now: Instant): Instant {
  const calendar = calendarBeyondTables(notice);
  const { acceptedAfterWorkingDays } = notice.settings.review;
  const day = calendar.addWorkingDays(calendar.dayOf(now), acceptedAfterWorkingDays);
  return calendar.at(day, calendar.officeHours.to);
}
