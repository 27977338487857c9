import type { LocalDate } from './types.ts';
import type { WorkingCalendar } from './workingCalendar.ts';
import { addDays } from './zone.ts';

/** A holiday around which no letter goes out, nothing is locked and nothing counts; `from` to `to` are its days off. */
export interface QuietRule {
  name: string;
  from: LocalDate;
  to: LocalDate;
  workingDaysBefore: number;
  workingDaysAfter: number;
}

/** A quiet period worked out; first and last day included. */
export interface QuietPeriod {
  name: string;
  firstDay: LocalDate;
  lastDay: LocalDate;
  lastWorkingDayBefore: LocalDate;
  firstWorkingDayAfter: LocalDate;
}

/**
 * Gives a function that tells the quiet period a day falls in, if any. Three working days before Tết to two after, in
 * the first notice's settings: Tết 2021, off from 10 to 16 February, is quiet from 5 to 18 February.
 * @throws CalendarYearMissing where the counting meets a year without a table
 */
export function quietPeriods(
  rules: readonly QuietRule[],
  calendar: WorkingCalendar,
): (date: LocalDate) => QuietPeriod | undefined {
  const periods = rules.map((rule): QuietPeriod => {
    const firstDay = calendar.addWorkingDays(rule.from, -rule.workingDaysBefore);
    const lastDay = calendar.addWorkingDays(rule.to, rule.workingDaysAfter);
    return {
      name: rule.name,
      firstDay,
      lastDay,
      lastWorkingDayBefore: calendar.previousWorkingDay(firstDay),
      firstWorkingDayAfter: calendar.onOrNext(addDays(lastDay, 1)),
    };
  });
  return (date) => periods.find(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
}
