import type { Calendar } from '../../../contracts/notice/index.ts';
import { addDays, dayOfWeek } from '../../time/zone.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

export const looksLikeDay = (text: string): boolean => DAY.test(text);

/** Whether a day 'YYYY-MM-DD' is in the calendar at all: 2021-02-29 is not. */
export function dayExists(day: string): boolean {
  const last = lastDayOfMonth(day);
  return last !== undefined && day >= `${day.slice(0, 8)}01` && day <= last;
}

/** The last day of a day's month, 'YYYY-MM-DD'; undefined where there is no such month. */
export function lastDayOfMonth(day: string): string | undefined {
  const [, year, month] = DAY.exec(day) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const length = lengths[Number(month) - 1];
  return length === undefined ? undefined : `${year}-${month}-${length}`;
}

/** What a calendar says of a day: its holiday's name, 'weekend', null on a working day, undefined without a table. */
export function dayOff(calendar: Calendar, day: string): string | null | undefined {
  const table = calendar.years[day.slice(0, 4)];
  if (!table) return undefined;
  if (table.workingDays.some(({ date }) => date === day)) return null;
  const holiday = table.daysOff.find(({ from, to }) => day >= from && day <= (to ?? from));
  if (holiday) return holiday.name;
  return calendar.weekend.includes(dayOfWeek(day)) ? 'weekend' : null;
}

/** Ten years: more than any ladder counts; a calendar with hardly a working day must not hold up the check. */
const MOST_STEPS = 3660;

/**
 * The first year without a table that is met when `count` working days outside quiet periods are counted from a day,
 * forward or backward; undefined where all of them have one. The day itself counts as met.
 */
export function yearMissedByCounting(
  calendar: Calendar,
  from: string,
  direction: 1 | -1,
  count: number,
): string | undefined {
  let day = from;
  let left = count;
  let quietLeft = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const off = dayOff(calendar, day);
    if (off === undefined) return day.slice(0, 4);
    const quiet = calendar.quietPeriods.find((period) => day >= period.from && day <= period.to);
    if (quiet) quietLeft = direction === 1 ? quiet.workingDaysAfter : quiet.workingDaysBefore;
    else if (off === null && day !== from) {
      if (quietLeft > 0) quietLeft--;
      else left--;
    }
    if (left <= 0 && quietLeft === 0) return undefined;
    day = addDays(day, direction);
  }
  return undefined;
}
