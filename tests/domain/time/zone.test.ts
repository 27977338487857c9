import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, test } from 'vitest';
import { atLocal, endOfDay, localDate, localTime, startOfDay } from '../../../domain/time/zone.ts';
import { anyDay } from './arbitraryDay.ts';

const hanoi = 'Asia/Ho_Chi_Minh';
const newYork = 'America/New_York';

describe("a day's bounds", () => {
  test('a day in Vietnam begins at 17:00 UTC of the day before', () => {
    expect(startOfDay('2020-11-15', hanoi)).toBe('2020-11-14T17:00:00.000Z');
  });

  test('a day ends where the next begins', () => {
    expect(endOfDay('2020-11-14', hanoi)).toBe('2020-11-14T17:00:00.000Z');
    expect(endOfDay('2020-12-31', hanoi)).toBe('2020-12-31T17:00:00.000Z');
  });

  test('a day on which the clocks change has 23 or 25 hours', () => {
    const hours = (date: string) =>
      (Date.parse(endOfDay(date, newYork)) - Date.parse(startOfDay(date, newYork))) / 3_600_000;
    expect([hours('2021-03-13'), hours('2021-03-14'), hours('2021-11-07')]).toEqual([24, 23, 25]);
  });

  test('a day without a midnight begins with its first instant', () => {
    // Beirut's clocks went from 00:00 to 01:00
    expect(startOfDay('2021-03-28', 'Asia/Beirut')).toBe('2021-03-27T22:00:00.000Z');
    expect(localTime('2021-03-27T22:00:00.000Z', 'Asia/Beirut')).toBe('01:00');
  });

  test('the day that Samoa left out is empty', () => {
    expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
    expect(endOfDay('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  });
});

describe('a time of day', () => {
  test('is an instant in the zone that is named', () => {
    expect(atLocal('2020-11-25', '08:00', hanoi)).toBe('2020-11-25T01:00:00.000Z');
    expect(atLocal('2021-07-01', '08:00', newYork)).toBe('2021-07-01T12:00:00.000Z');
  });

  test('that the clocks skip is told on by the gap; one that comes twice is the first', () => {
    expect(atLocal('2021-03-14', '02:30', newYork)).toBe('2021-03-14T07:30:00.000Z');
    expect(atLocal('2021-11-07', '01:30', newYork)).toBe('2021-11-07T05:30:00.000Z');
  });

  test.each(['24:00', '7:30', '07:60', '0730', '', '07:30:00'])('refuses "%s"', (time) => {
    expect(() => atLocal('2020-11-25', time, hanoi)).toThrow(`no time "${time}"`);
  });

  test('refuses 30/02 and a zone that nobody knows', () => {
    expect(() => atLocal('2021-02-30', '08:00', hanoi)).toThrow('no day "2021-02-30"');
    expect(() => startOfDay('2020-11-25', 'Asia/Trieu_Son')).toThrow(RangeError);
  });
});

describe('an instant', () => {
  test('falls on the day and minute of the zone', () => {
    expect(localDate('2020-11-14T16:59:59.999Z', hanoi)).toBe('2020-11-14');
    expect(localTime('2020-11-14T16:59:59.999Z', hanoi)).toBe('23:59');
    expect(localDate('2020-11-14T17:00:00.000Z', hanoi)).toBe('2020-11-15');
    expect(localTime('2020-11-14T17:00:00.000Z', hanoi)).toBe('00:00');
  });

  test('written in another way is the same instant', () => {
    expect(localTime('2020-11-15T00:30+07:00', hanoi)).toBe('00:30');
    expect(localDate('2020-11-14T17:30:00Z', hanoi)).toBe('2020-11-15');
  });

  test.each([
    '2020-11-14',
    '2020-11-14T17:00:00',
    'Sat Nov 14 2020',
    '2021-02-30T00:00:00.000Z',
    '',
  ])('is not "%s", which is refused', (text) => {
    expect(() => localDate(text, hanoi)).toThrow(RangeError);
  });
});

describe('any zone', () => {
  const zones = fc.constantFrom(
    hanoi,
    newYork,
    'Pacific/Apia',
    'Australia/Lord_Howe', // clocks change by half an hour
    'Africa/Casablanca',
    'America/Sao_Paulo', // clocks changed at midnight
    'Asia/Kathmandu',
    'UTC',
  );
  const time = fc
    .integer({ min: 0, max: 1439 })
    .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16));
  const day = fc.oneof(
    anyDay('1970-01-01', '2037-12-31'),
    anyDay('2021-03-07', '2021-04-11'), // where clocks change, many times over
    anyDay('2021-10-24', '2021-11-14'),
    anyDay('2011-12-27', '2012-01-02'),
  );

  test('gives what the zone rules give, though it asks them once a day only', () => {
    fc.assert(
      fc.property(day, time, zones, (date, clock, zone) => {
        const ruled = Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(zone);
        const instant = new Date(ruled.epochMilliseconds).toISOString();
        expect(atLocal(date, clock, zone)).toBe(instant);
        expect(localDate(instant, zone)).toBe(ruled.toPlainDate().toString());
        expect(localTime(instant, zone)).toBe(ruled.toPlainTime().toString().slice(0, 5));
        const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
        expect(startOfDay(date, zone)).toBe(new Date(midnight).toISOString());
      }),
      { numRuns: 500 },
    );
  });

  test('goes from local to instant and back where clocks stand still', () => {
    const steady = fc.constantFrom(hanoi, 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(anyDay('1990-01-01', '2060-12-31'), time, steady, (date, clock, zone) => {
        const instant = atLocal(date, clock, zone);
        expect([localDate(instant, zone), localTime(instant, zone)]).toEqual([date, clock]);
      }),
    );
  });

  test('holds every instant between the start and the end of its day', () => {
    const instants = fc
      .integer({ min: 0, max: Date.parse('2038-01-01') })
      .map((milliseconds) => new Date(milliseconds).toISOString());
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const date = localDate(instant, zone);
        expect(startOfDay(date, zone) <= instant).toBe(true);
        expect(instant < endOfDay(date, zone)).toBe(true);
      }),
    );
  });
});
