import { Temporal } from 'temporal-polyfill/implementation';
import type { Instant, LocalDate, LocalTime } from './types.ts';

/** A day that the calendar does not have, such as 30/02. */
export class NoSuchDay extends RangeError {
  override readonly name = 'NoSuchDay';
  constructor(text: string) {
    super(`there is no day ${text}; a day is YYYY-MM-DD and one that the calendar has`);
  }
}

/** A day as written, or a clear refusal of one that does not exist. @throws NoSuchDay */
export function parseLocalDate(text: string): LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new NoSuchDay(text);
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw new NoSuchDay(text); // the polyfill's own error does not say what would be right
  }
}

const print = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString();

/** Offsets of a zone's days are asked for again and again; each is a pure function of zone and day. */
const starts = new Map<string, number>();

function startMilliseconds(date: LocalDate, zone: string): number {
  const key = `${zone} ${date}`;
  let start = starts.get(key);
  if (start === undefined) {
    start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
    if (starts.size > 50_000) starts.clear(); // bounded: a process that plans for years stays small
    starts.set(key, start);
  }
  return start;
}

/** The first instant of a day in a zone. */
export const startOfDay = (date: LocalDate, zone: string): Instant =>
  print(startMilliseconds(date, zone));

/** The end of a day as an exclusive instant: the start of the next. */
export const endOfDay = (date: LocalDate, zone: string): Instant =>
  startOfDay(addDays(date, 1), zone);

/** The instant of a time of day in a zone; in a gap of the zone's rules, the first instant after it. */
export function atLocal(date: LocalDate, time: LocalTime, zone: string): Instant {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zone,
    plainTime: new Temporal.PlainTime(hour, minute),
  });
  return print(zoned.epochMilliseconds);
}

const zoned = (instant: Instant, zone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

/** The day that an instant falls on in a zone. */
export const localDate = (instant: Instant, zone: string): LocalDate =>
  zoned(instant, zone).toPlainDate().toString();

/** The time of day of an instant in a zone, to the minute. */
export const localTime = (instant: Instant, zone: string): LocalTime =>
  zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' });

const DAY = 86_400_000;
const utc = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`);

/** The day so many days later; earlier where negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  print(utc(date) + days * DAY).slice(0, 10);

/** ISO weekday: 1 Monday to 7 Sunday. */
export const dayOfWeek = (date: LocalDate): number => ((Math.floor(utc(date) / DAY) + 3) % 7) + 1;

/** Days from a to b; negative where b is earlier. */
export const daysBetween = (a: LocalDate, b: LocalDate): number =>
  Math.round((utc(b) - utc(a)) / DAY);

/** Whether the machine's zone rules know this name. */
export function isKnownZone(zone: string): boolean {
  try {
    zoned('2020-01-01T00:00:00.000Z', zone);
    return true;
  } catch {
    return false; // the polyfill tells an unknown zone only by throwing
  }
}
