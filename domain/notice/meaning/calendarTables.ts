import { Temporal } from 'temporal-polyfill/implementation';
import type { Ladder } from '../../../contracts/notice/index.ts';
import { addDays } from '../../time/zone.ts';
import { dueDays, LONGEST_YEARS, yearsOf } from './dates.ts';
import { dayExists, dayOff, yearMissedByCounting } from './days.ts';
import type { MeaningError, MeaningWarning } from './faults.ts';
import type { NoticeParts } from './parts.ts';

/**
 * Years without a table of days off. Needed are all from the start to the end, and those that counting working
 * days back from a due time, or on from the end (lock, rungs, a hold, review), steps into.
 */
export function missingYears(parts: NoticeParts): MeaningError[] {
  const { calendar, head } = parts;
  if (!calendar || !head) return [];
  const { concludedOn, endsOn, start } = head;
  if (![concludedOn, endsOn, start.on].every(dayExists) || yearsOf(head) > LONGEST_YEARS) return [];
  const faults: MeaningError[] = [];
  const missing = (year: string, counting: boolean, until: string) =>
    faults.push({
      path: ['calendar', 'years'],
      code: 'calendar-year-missing',
      year,
      until,
      counting,
    });
  for (let year = Number(start.on.slice(0, 4)); year <= Number(endsOn.slice(0, 4)); year++) {
    if (!calendar.years[`${year}`]) missing(`${year}`, false, endsOn);
  }
  if (faults.length > 0) return faults; // counting stops at the first gap, so more could not be told from these
  if (endsOn >= start.on) {
    const after = yearMissedByCounting(calendar, endsOn, 1, longestAfter(parts));
    if (after !== undefined) missing(after, true, endsOn);
  }
  const first = [start.on, ...parts.processes.flatMap(dueDays).map(({ value }) => value.day)]
    .filter((day) => dayExists(day) && day >= concludedOn && calendar.years[day.slice(0, 4)])
    .map((day) => yearMissedByCounting(calendar, day, -1, longestBefore(parts.ladders)))
    .find((year) => year !== undefined);
  if (first !== undefined) missing(first, true, start.on);
  return faults;
}

/** The most working days that anything is counted back from a due day: prompt and reminders. */
const longestBefore = (ladders: { value: Ladder }[]): number =>
  Math.max(
    0,
    ...ladders.flatMap(({ value }) =>
      [value.prompt, ...value.reminders].map(({ workingDays }) => -workingDays),
    ),
  );

/** The most working days after a due day on which a period may still be open. */
function longestAfter({ ladders, settings }: NoticeParts): number {
  const climbs = ladders.map(({ value: { lock, rungs } }) => {
    const locked = lock === 'at-due' ? 0 : lock.workingDays;
    return rungs.reduce((sum, rung) => sum + rung.after.workingDays, locked) + 1;
  });
  const held = settings ? settings.hold.maxWorkingDays + settings.release.withinWorkingDays : 0;
  const review = settings ? settings.review.acceptedAfterWorkingDays + 1 : 0;
  return Math.max(0, review, ...climbs.map((days) => days + held));
}

/** Days written under another year's table, and office hours that end before they begin. */
export function strayCalendarEntries({ calendar }: NoticeParts): MeaningError[] {
  if (!calendar) return [];
  const stray = Object.entries(calendar.years).flatMap(([year, table]) => {
    const entries = [
      ...table.daysOff.map(({ from }, at) => ({ day: from, keys: ['daysOff', at, 'from'] })),
      ...table.daysOff.map(({ to }, at) => ({ day: to, keys: ['daysOff', at, 'to'] })),
      ...table.workingDays.map(({ date }, at) => ({
        day: date,
        keys: ['workingDays', at, 'date'],
      })),
    ];
    return entries.flatMap(({ day, keys }): MeaningError[] =>
      day === undefined || day.startsWith(`${year}-`)
        ? []
        : [{ path: ['calendar', 'years', year, ...keys], code: 'outside-year', day, year }],
    );
  });
  const { from, to } = calendar.officeHours;
  if (from < to) return stray;
  return [...stray, { path: ['calendar', 'officeHours', 'to'], code: 'hours-reversed', from, to }];
}

/** "before" a day whose eve is a day off: rolling it on would contradict the word, so it stays, and the reader is told. */
export function beforeOnDayOff(parts: NoticeParts): MeaningWarning[] {
  const { calendar } = parts;
  if (!calendar) return [];
  return parts.processes.flatMap(dueDays).flatMap(({ path, value }): MeaningWarning[] => {
    if (!value.before || !dayExists(value.day)) return [];
    const lastDay = addDays(value.day, -1);
    const name = dayOff(calendar, lastDay);
    if (name === null || name === undefined) return [];
    return [{ path, code: 'before-on-day-off', before: value.day, lastDay, name }];
  });
}

/** A time zone that this machine does not know by its name, so that no deadline could be worked out. */
export function unknownZone({ zone }: NoticeParts): MeaningError[] {
  if (zone === undefined) return [];
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ path: ['zone'], code: 'zone-unknown', zone }];
  }
}
