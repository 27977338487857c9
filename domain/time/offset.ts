import { Temporal } from 'temporal-polyfill/implementation';

const DAY = 86_400_000;

/** What is kept at most: about 130 years of one zone, or a year of 130 zones. */
const MOST_KEPT = 50_000;

/** Offsets by zone and day since 1970-01-01; each is a fact of zone and day, so keeping them changes no result. */
const kept = new Map<string, number | undefined>();

/**
 * A zone's offset from UTC in milliseconds on a day in UTC (a count of days since 1970-01-01); undefined on a day in
 * which it changes. The zone rules are asked once a day: they cost 15 microseconds, planning asks a hundred times a
 * period. @throws RangeError for an unknown zone
 */
export function steadyOffset(zone: string, day: number): number | undefined {
  const key = `${zone} ${day}`;
  const known = kept.get(key);
  if (known !== undefined || kept.has(key)) return known;
  const start = offsetAt(zone, day * DAY);
  const offset = start === offsetAt(zone, (day + 1) * DAY) ? start : undefined;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, offset);
  return offset;
}

function offsetAt(zone: string, epochMilliseconds: number): number {
  const instant = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds);
  return instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}
