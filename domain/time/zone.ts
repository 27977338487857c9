import { Temporal } from 'temporal-polyfill/implementation';
import { addDays, dayNumber } from './day.ts';
import { steadyOffset } from './offset.ts';
import type { Instant, LocalDate, LocalTime } from './types.ts';

// Days need no zone, but whoever works with one works with both: one import for callers.
export { addDays, dayOfWeek, daysBetween, NoSuchDay, parseLocalDate } from './day.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The first instant of a day in a zone. @throws NoSuchDay; RangeError for an unknown zone */
export function startOfDay(date: LocalDate, zone: string): Instant {
  const start = byOffset(date, 0, zone);
  if (start !== undefined) return print(start);
  return print(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}

/** The end of a day in a zone as an exclusive instant: the start of the next. Throws as `startOfDay`. */
export const endOfDay = (date: LocalDate, zone: string): Instant =>
  startOfDay(addDays(date, 1), zone);

/**
 * The instant of a time of day in a zone. A time that clocks skip is told on by the length of the gap (02:30 is 03:30
 * where they go from 02:00 to 03:00); of a time that comes twice it is the first. @throws NoSuchDay; RangeError for a
 * time that is not HH:MM, or an unknown zone
 */
export function atLocal(date: LocalDate, time: LocalTime, zone: string): Instant {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) {
    throw new RangeError(`there is no time "${time}"; a time is written HH:MM, 00:00 to 23:59`);
  }
  const minutes = Number(hour) * 60 + Number(minute);
  const instant = byOffset(date, minutes * MINUTE, zone);
  if (instant !== undefined) return print(instant);
  const plainTime = new Temporal.PlainTime(Number(hour), Number(minute));
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime });
  return print(zoned.epochMilliseconds);
}

/** The day that an instant falls on in a zone. @throws RangeError for what is no instant, or an unknown zone */
export const localDate = (instant: Instant, zone: string): LocalDate =>
  wallClock(instant, zone).slice(0, 10);

/** The time of day of an instant in a zone, to the minute begun. Throws as `localDate`. */
export const localTime = (instant: Instant, zone: string): LocalTime =>
  wallClock(instant, zone).slice(11, 16);

const print = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString();

/** A time on a day in epoch milliseconds where the zone's offset stands still around that day, else undefined. */
function byOffset(date: LocalDate, sinceMidnight: number, zone: string): number | undefined {
  const day = dayNumber(date);
  // a day in a zone reaches into the days in UTC before and after it, so these must agree
  const offset = steadyOffset(zone, day);
  if (offset === undefined) return undefined;
  if (steadyOffset(zone, day - 1) !== offset || steadyOffset(zone, day + 1) !== offset) {
    return undefined;
  }
  return day * DAY + sinceMidnight - offset;
}

/** 'YYYY-MM-DDTHH:MM…' as a clock on the wall shows an instant in a zone. */
function wallClock(instant: Instant, zone: string): string {
  const milliseconds = Date.parse(instant);
  // only what reads back as it was written: Date.parse also takes texts that depend on the machine's zone
  if (!Number.isNaN(milliseconds) && print(milliseconds) === instant) {
    const offset = steadyOffset(zone, Math.floor(milliseconds / DAY));
    if (offset !== undefined) return print(milliseconds + offset);
  }
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString();
}
