import type { LocalDate } from './types.ts';
import { addDays, dayOfWeek, daysBetween, parseLocalDate } from './zone.ts';

type DayOfMonth = number | 'last';

/**
 * How something recurs. `on` holds ISO weekdays; with an `interval` weeks are counted from the week of `anchor`, or
 * of the range's first day where there is none. `month` counts from 1 within the quarter, half-year or year.
 */
export type RecurrenceRule =
  | { every: 'week'; on: number[]; interval?: number | undefined; anchor?: LocalDate | undefined }
  | { every: 'month'; days: DayOfMonth[] }
  | { every: 'quarter' | 'half-year' | 'year'; month: number; day: DayOfMonth }
  | { every: 'dates'; dates: LocalDate[] };

const MOST = 10_000;

/** More occurrences were asked for than any notice has. */
export class TooManyOccurrences extends RangeError {
  override readonly name = 'TooManyOccurrences';
  constructor(every: RecurrenceRule['every'], from: LocalDate, to: LocalDate) {
    super(
      `a rule by ${every} recurs more than ${MOST} times from ${from} to ${to}; narrow the range`,
    );
  }
}

/** The key of an occurrence in a period's id: its nominal day itself, 'YYYY-MM-DD', wherever that rolls to. */
export const periodKey = (date: LocalDate): string => date;

/**
 * The days of a rule from `from` to `to`, both included, in order and each once. A day that a month lacks is the
 * month's last day (30 February is 28 or 29 February: the domain's "Time"). @throws TooManyOccurrences above 10,000,
 * NoSuchDay, RangeError for an interval that is not a whole number from 1 up
 */
export function occurrences(rule: RecurrenceRule, from: LocalDate, to: LocalDate): LocalDate[] {
  const [first, last] = [parseLocalDate(from), parseLocalDate(to)];
  const days = new Set<LocalDate>();
  for (const day of candidates(rule, first, last)) {
    if (day < first || day > last) continue;
    days.add(day);
    if (days.size > MOST) throw new TooManyOccurrences(rule.every, first, last);
  }
  return [...days].sort();
}

/** Every day of the rule in the range, and some beside it. */
function candidates(rule: RecurrenceRule, from: LocalDate, to: LocalDate): Iterable<LocalDate> {
  switch (rule.every) {
    case 'week':
      return weekly(rule, from, to);
    case 'month':
      return monthly(rule.days, 1, 1, from, to);
    case 'quarter':
      return monthly([rule.day], 3, rule.month, from, to);
    case 'half-year':
      return monthly([rule.day], 6, rule.month, from, to);
    case 'year':
      return monthly([rule.day], 12, rule.month, from, to);
    case 'dates':
      return rule.dates.map(parseLocalDate);
  }
}

function* weekly(
  { on, interval = 1, anchor }: Extract<RecurrenceRule, { every: 'week' }>,
  from: LocalDate,
  to: LocalDate,
): Generator<LocalDate> {
  if (!Number.isInteger(interval) || interval < 1) {
    throw new RangeError(`every ${interval} weeks: a whole number of weeks from 1 up is needed`);
  }
  const counted = mondayOf(anchor ?? from);
  const passed = daysBetween(counted, mondayOf(from)) / 7;
  let week = Math.ceil(passed / interval) * interval;
  const lastWeek = daysBetween(counted, to) / 7;
  for (; week <= lastWeek; week += interval) {
    for (const weekday of on) yield addDays(counted, week * 7 + weekday - 1);
  }
}

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - dayOfWeek(date));

/** Days of the `nth` month (from 1) of every stretch of so many months, stretches counted from January. */
function* monthly(
  days: DayOfMonth[],
  stretch: 1 | 3 | 6 | 12,
  nth: number,
  from: LocalDate,
  to: LocalDate,
): Generator<LocalDate> {
  const lastMonth = monthNumber(to);
  const firstStretch = Math.floor(monthNumber(from) / stretch) * stretch;
  for (let month = firstStretch + nth - 1; month <= lastMonth; month += stretch) {
    for (const day of days) yield dayOfMonth(month, day);
  }
}

/** Months since January of the year 0. */
const monthNumber = (date: LocalDate): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** A day of a month; the month's last day where it has no such day. */
function dayOfMonth(month: number, day: DayOfMonth): LocalDate {
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = inYear === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(inYear) ? 30 : 31;
  const wanted = day === 'last' ? length : Math.min(day, length);
  const pad = (part: number, width: number) => String(part).padStart(width, '0');
  return `${pad(year, 4)}-${pad(inYear, 2)}-${pad(wanted, 2)}`;
}
