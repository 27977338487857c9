import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { localDate } from '../time/zone.ts';

/** From here on there are three months left to enter the official notice of the coming year's days off. */
const COMING_YEAR_FROM = '10-01';

/** What is owed in December may be extended, held or reviewed into January. */
const REACHES_INTO_THE_NEXT_YEAR = '12-01';

/** The years without a table of days off that a notice needs: the present one, and from October on the coming one. */
export function missingHolidayYears(notice: Notice, now: Instant): string[] {
  const today = localDate(now, notice.zone);
  const year = today.slice(0, 4);
  const needed = [year];
  const reachesOn = notice.head.endsOn >= `${year}-${REACHES_INTO_THE_NEXT_YEAR}`;
  if (today >= `${year}-${COMING_YEAR_FROM}` && reachesOn) needed.push(`${Number(year) + 1}`);
  return needed.filter((each) => notice.calendar.years[each] === undefined);
}
