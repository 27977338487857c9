import type { LocalDate } from './types.ts';
import { addDays, dayOfWeek } from './zone.ts';

/** One year's days off, and week-end days swapped into working days. */
export interface YearTable {
  daysOff: { from: LocalDate; to?: LocalDate | undefined; name: string }[];
  workingDays?: { date: LocalDate; name: string }[];
}
export interface WorkingCalendarData {
  zone: string;
  /** ISO weekdays off. */
  weekend: number[];
  years: Record<string, YearTable>;
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
  /** So many working days strictly after (before where negative); 0 is the day itself. Friday + 1 is Monday, and so is Saturday + 1. */
  addWorkingDays(date: LocalDate, days: number): LocalDate;
  /** Working days after `a` up to and with `b`; 0 where b is not later. */
  workingDaysBetween(a: LocalDate, b: LocalDate): number;
}

/** A working calendar from a notice's tables. Its functions throw CalendarYearMissing for a year without a table. */
export function workingCalendar(data: WorkingCalendarData): WorkingCalendar {
  const holidays = new Map<LocalDate, string>();
  const swappedIn = new Set<LocalDate>();
  for (const { daysOff, workingDays } of Object.values(data.years)) {
    for (const { from, to, name } of daysOff) {
      for (let day = from; day <= (to ?? from); day = addDays(day, 1)) holidays.set(day, name);
    }
    for (const { date } of workingDays ?? []) swappedIn.add(date);
  }

  const whyOff = (date: LocalDate): string | undefined => {
    const year = date.slice(0, 4);
    if (!(year in data.years)) throw new CalendarYearMissing(Number(year));
    const holiday = holidays.get(date);
    if (holiday !== undefined) return holiday;
    if (swappedIn.has(date)) return undefined;
    return data.weekend.includes(dayOfWeek(date)) ? 'weekend' : undefined;
  };
  const isWorkingDay = (date: LocalDate): boolean => whyOff(date) === undefined;
  const step = (date: LocalDate, direction: 1 | -1): LocalDate => {
    let day = addDays(date, direction);
    while (!isWorkingDay(day)) day = addDays(day, direction);
    return day;
  };
  const addWorkingDays = (date: LocalDate, days: number): LocalDate => {
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
