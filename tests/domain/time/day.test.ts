import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOfWeek,
  daysBetween,
  NoSuchDay,
  parseLocalDate,
} from '../../../domain/time/zone.ts';
import { anyDay } from './arbitraryDay.ts';

describe('a day as written', () => {
  test.each(['2020-11-14', '2020-02-29', '2000-02-29', '1969-12-31'])('takes %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  test.each([
    ['30 February', '2021-02-30'],
    ['29 February of a common year', '2021-02-29'],
    ['29 February of 1900, no leap year', '1900-02-29'],
    ['31 April', '2021-04-31'],
    ['month 13', '2021-13-01'],
    ['day 0', '2021-02-00'],
    ['a day without its zeros', '2021-2-3'],
    ['a day the Vietnamese way round', '14/11/2020'],
    ['a time behind it', '2020-11-14T00:00'],
    ['a year of six digits', '+010000-01-01'],
    ['nothing', ''],
  ])('refuses %s and says how a day is written', (_, text) => {
    expect(() => parseLocalDate(text)).toThrow(NoSuchDay);
    expect(() => parseLocalDate(text)).toThrow(`no day "${text}"; a day is written YYYY-MM-DD`);
  });

  test('is refused by arithmetic too, instead of sliding into March', () => {
    expect(() => addDays('2021-02-30', 1)).toThrow(NoSuchDay);
    expect(() => dayOfWeek('2021-02-30')).toThrow(NoSuchDay);
    expect(() => daysBetween('2021-02-28', '2021-02-30')).toThrow(NoSuchDay);
  });
});

describe('counting days', () => {
  test.each([
    ['2020-11-14', 6],
    ['2020-11-28', 6],
    ['2021-02-28', 7],
    ['2021-02-14', 7],
    ['2021-04-30', 5],
    ['2020-11-16', 1],
    ['1970-01-01', 4],
    ['1960-01-01', 5], // a Friday, counted backward from the epoch
    ['1969-12-28', 7],
  ])('%s is ISO weekday %i', (date, weekday) => {
    expect(dayOfWeek(date)).toBe(weekday);
  });

  test.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2021-02-28', 1, '2021-03-01'],
    ['2020-12-31', 1, '2021-01-01'],
    ['2021-03-01', -1, '2021-02-28'],
    ['1970-01-02', -3, '1969-12-30'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  test('refuses to leave the years of four digits, and half days', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(NoSuchDay);
    expect(() => addDays('2020-11-14', 0.5)).toThrow(NoSuchDay);
    expect(() => addDays('2020-11-14', Number.POSITIVE_INFINITY)).toThrow(NoSuchDay);
  });

  test('adding days and taking the difference undo each other', () => {
    fc.assert(
      fc.property(
        anyDay('1900-01-01', '2100-12-31'),
        fc.integer({ min: -40_000, max: 40_000 }),
        (date, days) => {
          const other = addDays(date, days);
          expect(daysBetween(date, other)).toBe(days);
          expect(addDays(other, -days)).toBe(date);
        },
      ),
    );
  });

  test('every day is a weekday further than the one before it', () => {
    fc.assert(
      fc.property(anyDay('1900-01-01', '2100-12-31'), (date) => {
        expect(dayOfWeek(addDays(date, 1))).toBe((dayOfWeek(date) % 7) + 1);
      }),
    );
  });
});
