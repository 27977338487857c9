import type { LocalDate } from './types.ts';
import { addDays, dayOfWeek } from './zone.ts';

/** One year's days off (`to` included; without it one day), and week-end days swapped into working days. */
export interface YearTable {
  daysOff: { from: LocalDate; to?: LocalDate | undefined; name: string }[];
  workingDays?: { date: LocalDate; name: string }[];
}
export interface WorkingCalendarData {
  zone: string;
  /** ISO weekdays off. */
  weekend: number[];
  years: Record<string, YearTable>;
  /** A year without a table has its week-ends and no holidays, instead of being refused. */
  goesBeyond?: boolean;
}

/** A day was asked about in a year that has no holiday table. */
export class CalendarYearMissing extends Error {
  override readonly name = 'CalendarYearMissing';
  readonly year: number;
  constructor(year: number) {
    super(`the calendar has no holiday table for ${year}; add calendar.years."${year}"`);
    this.year = year;
  }
}

export interface WorkingCalendar {
  readonly zone: string;
  isWorkingDay(date: LocalDate): boolean;
  /** The holiday's name, 'weekend', or undefined on a working day. */
  whyOff(date: LocalDate): string | undefined;
  /** The first working day strictly after. */
  nextWorkingDay(date: LocalDate): LocalDate;
  /** The last working day strictly before. */
  previousWorkingDay(date: LocalDate): LocalDate;
  /** The day itself where it is a working day, else the next or previous one. */
  onOrNext(date: LocalDate): LocalDate;
  onOrPrevious(date: LocalDate): LocalDate;
  /**
   * So many working days strictly after, or before where negative; 0 is the day itself, working or not. Friday + 1,
   * Saturday + 1 and Sunday + 1 are Monday; Monday - 1, Sunday - 1 and Saturday - 1 are Friday.
   */
  addWorkingDays(date: LocalDate, days: number): LocalDate;
  /** Working days strictly after `a` up to and with `b`: Friday to Monday is 1; 0 where `b` is not later. */
  workingDaysBetween(a: LocalDate, b: LocalDate): number;
}

/**
 * A working calendar from a notice's tables. A day swapped in works, holiday or not, since it was named for itself.
 * Its functions throw CalendarYearMissing wherever they meet a year without a table, counting included, unless the
 * calendar goes beyond its tables.
 * @throws NoSuchDay, and RangeError for days off that end before they begin
 */
export function workingCalendar(data: WorkingCalendarData): WorkingCalendar {
  const holidays = new Map<LocalDate, string>();
  const swappedIn = new Set<LocalDate>();
  for (const { daysOff, workingDays } of Object.values(data.years)) {
    for (const { from, to = from, name } of daysOff) {
      if (to < from) throw new RangeError(`days off "${name}" end on ${to}, before ${from}`);
      for (let day = from; day <= to; day = addDays(day, 1)) holidays.set(day, name);
    }
    for (const { date } of workingDays ?? []) swappedIn.add(date);
  }

  const whyOff = (date: LocalDate): string | undefined => {
    const year = date.slice(0, 4);
    if (!(year in data.years) && !data.goesBeyond) throw new CalendarYearMissing(Number(year));
    if (swappedIn.has(date)) return undefined;
    const holiday = holidays.get(date);
    if (holiday !== undefined) return holiday;
    return data.weekend.includes(dayOfWeek(date)) ? 'weekend' : undefined;
  };
  const isWorkingDay = (date: LocalDate): boolean => whyOff(date) === undefined;
  const step = (date: LocalDate, direction: 1 | -1): LocalDate => {
    let day = addDays(date, direction);
    while (!isWorkingDay(day)) day = addDays(day, direction);
    return day;
  };
  const addWorkingDays = (date: LocalDate, days: number): LocalDate => {
    if (!Number.isInteger(days))
      throw new RangeError(`${days} working days: whole days are counted`);
    let day = date;
    for (let left = Math.abs(days); left > 0; left--) day = step(day, days < 0 ? -1 : 1);
    return day;
  };
  return {
    zone: data.zone,
    isWorkingDay,
    whyOff,
    nextWorkingDay: (date) => step(date, 1),
    previousWorkingDay: (date) => step(date, -1),
    onOrNext: (date) => (isWorkingDay(date) ? date : step(date, 1)),
    onOrPrevious: (date) => (isWorkingDay(date) ? date : step(date, -1)),
    addWorkingDays,
    workingDaysBetween: (a, b) => {
      let count = 0;
      for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) if (isWorkingDay(day)) count++;
      return count;
    },
  };
}
