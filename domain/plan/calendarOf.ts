import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { deferToOfficeHours } from '../time/officeHours.ts';
import { type QuietPeriod, quietPeriods } from '../time/quietPeriod.ts';
import { type WorkingCalendar, workingCalendar } from '../time/workingCalendar.ts';
import { addDays, atLocal, endOfDay, localDate, localTime } from '../time/zone.ts';

/**
 * A notice's time: its zone, working days, quiet periods and office hours, built once and asked many times. Days are
 * 'YYYY-MM-DD', times 'HH:MM' on the notice's own clock. Every question about a day throws `CalendarYearMissing`
 * where its year has no holiday table.
 */
export interface NoticeCalendar extends WorkingCalendar {
  readonly officeHours: { from: string; to: string };
  /** What nobody has reviewed after so many working days counts as accepted. */
  readonly reviewWorkingDays: number;
  quietAt(day: string): QuietPeriod | undefined;
  at(day: string, time: string): Instant;
  /** The day's end: exclusive, the start of the next. */
  endOf(day: string): Instant;
  dayOf(instant: Instant): string;
  timeOf(instant: Instant): string;
  /** The time of day of an instant, to the millisecond, on another day. */
  sameTimeOn(day: string, instant: Instant): Instant;
  /** The day itself where it is a working day outside quiet periods, else the first such day after it. */
  onOrNextOpen(day: string): string;
  /** The instant itself in office hours, else the office's next opening; never inside a quiet period. */
  deferToOffice(instant: Instant): Instant;
  /** The office's last opening before an instant, outside quiet periods. */
  openingBefore(instant: Instant): Instant;
}

/** One calendar for each notice object; a notice is never changed once it is read. */
const planning = new WeakMap<Notice, NoticeCalendar>();
const receiving = new WeakMap<Notice, NoticeCalendar>();

/** The time of a checked notice. @throws CalendarYearMissing where a quiet period touches a year without a table */
export const calendarOf = (notice: Notice): NoticeCalendar => kept(planning, notice, false);

/**
 * The same for what is taken and answered whenever it comes: a late report, its receipt, its review, an excuse. A year
 * without a holiday table has its week-ends and no holidays there, since nobody's report may fail for want of a table.
 * Nothing is planned by it.
 */
export const calendarBeyondTables = (notice: Notice): NoticeCalendar =>
  kept(receiving, notice, true);

function kept(
  calendars: WeakMap<Notice, NoticeCalendar>,
  notice: Notice,
  goesBeyond: boolean,
): NoticeCalendar {
  const known = calendars.get(notice);
  if (known !== undefined) return known;
  const calendar = buildCalendar(notice, goesBeyond);
  calendars.set(notice, calendar);
  return calendar;
}

function buildCalendar(notice: Notice, goesBeyond: boolean): NoticeCalendar {
  const { zone, settings } = notice;
  const { weekend, years, officeHours } = notice.calendar;
  const working = workingCalendar({ zone, weekend, years, goesBeyond });
  const quietAt = quietPeriods(notice.calendar.quietPeriods, working);
  const at = (day: string, time: string): Instant => atLocal(day, time, zone);
  const dayOf = (instant: Instant): string => localDate(instant, zone);
  const timeOf = (instant: Instant): string => localTime(instant, zone);

  const onOrNextOpen = (day: string): string => {
    let open = working.onOrNext(day);
    for (let quiet = quietAt(open); quiet !== undefined; quiet = quietAt(open)) {
      open = quiet.firstWorkingDayAfter;
    }
    return open;
  };
  const onOrPreviousOpen = (day: string): string => {
    let open = working.onOrPrevious(day);
    for (let quiet = quietAt(open); quiet !== undefined; quiet = quietAt(open)) {
      open = quiet.lastWorkingDayBefore;
    }
    return open;
  };
  return {
    ...working,
    officeHours,
    reviewWorkingDays: settings.review.acceptedAfterWorkingDays,
    quietAt,
    at,
    endOf: (day) => endOfDay(day, zone),
    dayOf,
    timeOf,
    sameTimeOn: (day, instant) => {
      const withinMinute = Date.parse(instant) % 60_000;
      return new Date(Date.parse(at(day, timeOf(instant))) + withinMinute).toISOString();
    },
    onOrNextOpen,
    deferToOffice: (instant) => deferToOfficeHours(instant, working, officeHours, quietAt).at,
    openingBefore: (instant) => {
      const day = onOrPreviousOpen(dayOf(instant));
      const opening = at(day, officeHours.from);
      if (opening < instant) return opening;
      return at(onOrPreviousOpen(addDays(day, -1)), officeHours.from);
    },
  };
}
