import type { Instant } from '../../contracts/plan.ts';
import type { LocalTime } from '../time/types.ts';
import { addDays } from '../time/zone.ts';
import type { NoticeCalendar } from './calendarOf.ts';

/** The first daily round at or after an instant: on working days outside quiet periods, at the notice's hour. */
export function nextRoundAt(calendar: NoticeCalendar, hour: LocalTime, from: Instant): Instant {
  const day = calendar.onOrNextOpen(calendar.dayOf(from));
  const round = calendar.at(day, hour);
  return round >= from ? round : calendar.at(calendar.onOrNextOpen(addDays(day, 1)), hour);
}
