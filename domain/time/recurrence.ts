import type { LocalDate } from './types.ts';
import { addDays, dayOfWeek, daysBetween, parseLocalDate } from './zone.ts';

type DayOfMonth = number | 'last';

/** How something recurs; `month` counts from 1 within the quarter, half-year or year. */
export type RecurrenceRule =
  | { every: 'week'; on: number[]; interval?: number | undefined; anchor?: LocalDate | undefined }
  | { every: 'month'; days: DayOfMonth[] }
  | { every: 'quarter' | 'half-year' | 'year'; month: number; day: DayOfMonth }
  | { every: 'dates'; dates: LocalDate[] };

const MOST = 10_000;

/** More occurrences were asked for than any notice has. */
export class TooManyOccurrences extends RangeError {
  override readonly name = 'TooManyOccurrences';
  constructor() {
    super(`a rule gives more than ${MOST} occurrences; narrow its range`);
  }
}

/** The key of an occurrence: its nominal day. */
export const periodKey = (date: LocalDate): string => date;

/**
 * The days of a rule from `from` to `to`, both included, in order and each once. A day that a month lacks is the
 * month's last day (30 February is 28 or 29 February). @throws TooManyOccurrences
 */
export function occurrences(rule: RecurrenceRule, from: LocalDate, to: LocalDate): LocalDate[] {
  const days = [...new Set(candidates(rule, from, to))]
    .filter((day) => from <= day && day <= to)
    .sort();
  if (days.length > MOST) throw new TooManyOccurrences();
  return days;
}

function candidates(rule: RecurrenceRule, from: LocalDate, to: LocalDate): LocalDate[] {
  switch (rule.every) {
    case 'week':
      return weekly(rule, from, to);
    case 'month':
      return months(from, to, 1).flatMap((month) => rule.days.map((day) => dayOf(month, day)));
    case 'quarter':
      return months(from, to, 3).map((first) => dayOf(monthAfter(first, rule.month - 1), rule.day));
    case 'half-year':
      return months(from, to, 6).map((first) => dayOf(monthAfter(first, rule.month - 1), rule.day));
    case 'year':
      return months(from, to, 12).map((first) =>
        dayOf(monthAfter(first, rule.month - 1), rule.day),
      );
    case 'dates':
      return rule.dates.map(parseLocalDate);
  }
}

function weekly(
  rule: Extract<RecurrenceRule, { every: 'week' }>,
  from: LocalDate,
  to: LocalDate,
): LocalDate[] {
  const span = daysBetween(from, to);
  if ((span / 7) * rule.on.length > MOST) throw new TooManyOccurrences();
  const monday = (day: LocalDate): LocalDate => addDays(day, 1 - dayOfWeek(day));
  const anchor = monday(rule.anchor ?? from);
  const interval = rule.interval ?? 1;
  const found: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weeks = daysBetween(anchor, monday(day)) / 7;
    if (rule.on.includes(dayOfWeek(day)) && weeks % interval === 0) found.push(day);
  }
  return found;
}

/** 'YYYY-MM' of every step's first month that touches the range. */
function months(from: LocalDate, to: LocalDate, step: number): string[] {
  const first = Number(from.slice(5, 7)) - 1;
  let month = monthAfter(`${from.slice(0, 4)}-01`, Math.floor(first / step) * step);
  const found: string[] = [];
  for (; month <= to.slice(0, 7); month = monthAfter(month, step)) {
    found.push(month);
    if (found.length > MOST) throw new TooManyOccurrences();
  }
  return found;
}

function monthAfter(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function dayOf(month: string, day: DayOfMonth): LocalDate {
  const last = Number(addDays(`${monthAfter(month, 1)}-01`, -1).slice(8));
  const wanted = day === 'last' ? last : Math.min(day, last);
  return `${month}-${String(wanted).padStart(2, '0')}`;
}
