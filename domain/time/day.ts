import type { LocalDate } from './types.ts';

/** A day that no calendar has, such as 30/02, or one that is not written YYYY-MM-DD. */
export class NoSuchDay extends RangeError {
  override readonly name = 'NoSuchDay';
  constructor(text: string) {
    super(
      `there is no day "${text}"; a day is written YYYY-MM-DD and is one that the calendar has`,
    );
  }
}

const DAY = 86_400_000;

/** The day as a count of days since 1970-01-01, negative before it. @throws NoSuchDay */
export function dayNumber(date: LocalDate): number {
  const milliseconds = Date.parse(`${date}T00:00:00.000Z`);
  // the engine reads 30 February as 2 March, so what was read is held against what was written
  if (Number.isNaN(milliseconds) || dayText(milliseconds) !== date) throw new NoSuchDay(date);
  return milliseconds / DAY;
}

/** A count of days since 1970-01-01 as a day, 'YYYY-MM-DD'. @throws NoSuchDay outside the years 0000 to 9999 */
export function dayOfNumber(days: number): LocalDate {
  const text = Number.isInteger(days) ? dayText(days * DAY) : undefined;
  if (text === undefined) throw new NoSuchDay(`1970-01-01 and ${days} days`);
  return text;
}

/** A day as written, or a clear refusal of one that does not exist (30/02). @throws NoSuchDay */
export function parseLocalDate(text: string): LocalDate {
  dayNumber(text);
  return text;
}

/** The day so many days later; earlier where negative. @throws NoSuchDay */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  dayOfNumber(dayNumber(date) + days);

/** ISO weekday: 1 Monday to 7 Sunday. @throws NoSuchDay */
export function dayOfWeek(date: LocalDate): number {
  const sinceMonday = (dayNumber(date) + 3) % 7; // 1970-01-01 was a Thursday
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** Days from a to b; negative where b is earlier. @throws NoSuchDay */
export const daysBetween = (a: LocalDate, b: LocalDate): number => dayNumber(b) - dayNumber(a);

/** 'YYYY-MM-DD' of an instant's day in UTC; undefined where four digits do not hold its year. */
function dayText(milliseconds: number): LocalDate | undefined {
  if (Math.abs(milliseconds) > 8.64e15) return undefined; // no Date holds more
  const text = new Date(milliseconds).toISOString();
  return text.length === 24 ? text.slice(0, 10) : undefined;
}
