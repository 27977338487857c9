import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, test } from 'vitest';
import {
  occurrences,
  periodKey,
  type RecurrenceRule,
  TooManyOccurrences,
} from '../../../domain/time/recurrence.ts';
import { addDays, NoSuchDay } from '../../../domain/time/zone.ts';
import { anyDay } from './arbitraryDay.ts';

describe('by days of the month', () => {
  test('row 5: the 14th and 28th, 52 times from 11/11/2020 to 31/12/2022', () => {
    const days = occurrences({ every: 'month', days: [14, 28] }, '2020-11-11', '2022-12-31');
    expect(days).toHaveLength(52);
    expect(days.slice(0, 3)).toEqual(['2020-11-14', '2020-11-28', '2020-12-14']);
    expect(days.at(-1)).toBe('2022-12-28');
  });

  test('closing: the 16th and 30th, 52 times; 30 February is its last day', () => {
    const days = occurrences({ every: 'month', days: [16, 30] }, '2020-11-11', '2022-12-31');
    expect(days).toHaveLength(52);
    expect(days).toContain('2021-02-28');
    expect(days).toContain('2022-02-28');
  });

  test('a day that a month lacks is its last, leap year or not', () => {
    const thirtieth = (from: string, to: string) =>
      occurrences({ every: 'month', days: [30] }, from, to);
    expect(thirtieth('2020-02-01', '2020-03-31')).toEqual(['2020-02-29', '2020-03-30']);
    expect(thirtieth('2021-02-01', '2021-03-31')).toEqual(['2021-02-28', '2021-03-30']);
    expect(occurrences({ every: 'month', days: [31] }, '2021-04-01', '2021-05-31')).toEqual([
      '2021-04-30',
      '2021-05-31',
    ]);
  });

  test('days that fall together count once, in order however the rule lists them', () => {
    const rule: RecurrenceRule = { every: 'month', days: ['last', 30, 31, 28, 14] };
    expect(occurrences(rule, '2021-02-01', '2021-03-31')).toEqual([
      '2021-02-14',
      '2021-02-28',
      '2021-03-14',
      '2021-03-28',
      '2021-03-30',
      '2021-03-31',
    ]);
  });

  test('the range holds both its ends', () => {
    const rule: RecurrenceRule = { every: 'month', days: [14, 28] };
    expect(occurrences(rule, '2020-11-14', '2020-11-28')).toEqual(['2020-11-14', '2020-11-28']);
    expect(occurrences(rule, '2020-11-15', '2020-11-27')).toEqual([]);
    expect(occurrences(rule, '2020-12-31', '2020-11-01')).toEqual([]);
  });
});

describe('by weekday', () => {
  test('every Friday', () => {
    expect(occurrences({ every: 'week', on: [5] }, '2020-11-11', '2020-11-30')).toEqual([
      '2020-11-13',
      '2020-11-20',
      '2020-11-27',
    ]);
  });

  test('several weekdays, over the turn of the year', () => {
    expect(occurrences({ every: 'week', on: [5, 1, 5] }, '2020-12-28', '2021-01-08')).toEqual([
      '2020-12-28',
      '2021-01-01',
      '2021-01-04',
      '2021-01-08',
    ]);
  });

  test('every second week, counted from the week of the anchor, before it too', () => {
    const rule: RecurrenceRule = { every: 'week', on: [1, 7], interval: 2, anchor: '2020-11-18' };
    expect(occurrences(rule, '2020-10-26', '2020-12-06')).toEqual([
      '2020-11-02',
      '2020-11-08',
      '2020-11-16',
      '2020-11-22',
      '2020-11-30',
      '2020-12-06',
    ]);
  });

  test('every second week without an anchor begins with the first week of the range', () => {
    const rule: RecurrenceRule = { every: 'week', on: [5], interval: 2 };
    expect(occurrences(rule, '2020-11-11', '2020-12-11')).toEqual([
      '2020-11-13',
      '2020-11-27',
      '2020-12-11',
    ]);
  });

  test.each([0, -1, 1.5])('refuses every %d weeks', (interval) => {
    expect(() =>
      occurrences({ every: 'week', on: [5], interval }, '2020-11-11', '2020-12-11'),
    ).toThrow('a whole number of weeks');
  });
});

describe('by a date within the quarter, half-year or year', () => {
  test('the last day of the second month of each quarter', () => {
    const rule: RecurrenceRule = { every: 'quarter', month: 2, day: 'last' };
    expect(occurrences(rule, '2020-11-11', '2021-08-31')).toEqual([
      '2020-11-30',
      '2021-02-28',
      '2021-05-31',
      '2021-08-31',
    ]);
  });

  test('the 15th of the sixth month of each half-year', () => {
    const rule: RecurrenceRule = { every: 'half-year', month: 6, day: 15 };
    expect(occurrences(rule, '2020-11-11', '2021-12-31')).toEqual([
      '2020-12-15',
      '2021-06-15',
      '2021-12-15',
    ]);
  });

  test('29 February of each year', () => {
    const rule: RecurrenceRule = { every: 'year', month: 2, day: 29 };
    expect(occurrences(rule, '2020-01-01', '2024-12-31')).toEqual([
      '2020-02-29',
      '2021-02-28',
      '2022-02-28',
      '2023-02-28',
      '2024-02-29',
    ]);
  });
});

describe('by dates', () => {
  test('listed ones in the range, in order, each once', () => {
    const rule: RecurrenceRule = {
      every: 'dates',
      dates: ['2021-06-05', '2020-12-10', '2021-06-05', '2023-01-01'],
    };
    expect(occurrences(rule, '2020-11-11', '2022-12-31')).toEqual(['2020-12-10', '2021-06-05']);
  });

  test('refuses 30/02', () => {
    const rule: RecurrenceRule = { every: 'dates', dates: ['2021-02-30'] };
    expect(() => occurrences(rule, '2020-11-11', '2022-12-31')).toThrow(NoSuchDay);
    const monthly: RecurrenceRule = { every: 'month', days: [1] };
    expect(() => occurrences(monthly, '2021-02-30', '2022-12-31')).toThrow(NoSuchDay);
  });
});

describe('bounds', () => {
  test('10,000 occurrences are given, one more is refused', () => {
    const daily: RecurrenceRule = { every: 'week', on: [1, 2, 3, 4, 5, 6, 7] };
    const [from, last] = ['2000-01-01', addDays('2000-01-01', 9999)];
    expect(occurrences(daily, from, last)).toHaveLength(10_000);
    expect(() => occurrences(daily, from, addDays(last, 1))).toThrow(TooManyOccurrences);
    expect(() => occurrences(daily, from, addDays(last, 1))).toThrow('more than 10000 times');
  });

  test('a rule over all the years of the calendar is refused, not run to its end', () => {
    const rule: RecurrenceRule = { every: 'month', days: [31, 'last'] };
    expect(() => occurrences(rule, '0001-01-01', '9999-12-31')).toThrow(TooManyOccurrences);
  });

  test('a rare rule over a long time is not refused', () => {
    const rule: RecurrenceRule = { every: 'week', on: [1, 2, 3, 4, 5], interval: 52 };
    const days = occurrences(rule, '2000-01-03', '2299-12-31');
    expect(days.length).toBeGreaterThan(1400);
    expect(days.length).toBeLessThan(1600);
  });
});

test("a period's key is its nominal day, rolled or not", () => {
  expect(periodKey('2021-02-14')).toBe('2021-02-14');
});

describe('any rule', () => {
  const dayOfMonth = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const));
  const weekdays = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
  const stretch = (every: 'quarter' | 'half-year' | 'year', months: number) =>
    fc.record({
      every: fc.constant(every),
      month: fc.integer({ min: 1, max: months }),
      day: dayOfMonth,
    });
  const day = anyDay('2019-01-01', '2029-12-31');
  const rules: fc.Arbitrary<RecurrenceRule> = fc.oneof(
    fc.record({
      every: fc.constant('week' as const),
      on: weekdays,
      interval: fc.integer({ min: 1, max: 9 }),
      anchor: day,
    }),
    fc.record({
      every: fc.constant('month' as const),
      days: fc.array(dayOfMonth, { minLength: 1 }),
    }),
    stretch('quarter', 3),
    stretch('half-year', 6),
    stretch('year', 12),
    fc.record({ every: fc.constant('dates' as const), dates: fc.array(day) }),
  );

  test('gives exactly the days that it describes, in order', () => {
    fc.assert(
      fc.property(rules, day, fc.integer({ min: 0, max: 500 }), (rule, from, length) => {
        const range = Array.from({ length: length + 1 }, (_, days) => addDays(from, days));
        const described = range.filter((each) => describes(rule, each));
        expect(occurrences(rule, from, addDays(from, length))).toEqual(described);
      }),
      { numRuns: 200 },
    );
  });

  /** Tells of a single day whether a rule means it, by another calendar arithmetic than the product's. */
  function describes(rule: RecurrenceRule, date: string): boolean {
    const plain = Temporal.PlainDate.from(date);
    const isDay = (each: number | 'last') =>
      plain.day === (each === 'last' ? plain.daysInMonth : Math.min(each, plain.daysInMonth));
    switch (rule.every) {
      case 'week': {
        const anchor = Temporal.PlainDate.from(rule.anchor ?? date);
        const monday = anchor.subtract({ days: anchor.dayOfWeek - 1 });
        const weeks = Math.floor(monday.until(plain).total('days') / 7);
        return rule.on.includes(plain.dayOfWeek) && weeks % (rule.interval ?? 1) === 0;
      }
      case 'month':
        return rule.days.some(isDay);
      case 'quarter':
        return (plain.month - 1) % 3 === rule.month - 1 && isDay(rule.day);
      case 'half-year':
        return (plain.month - 1) % 6 === rule.month - 1 && isDay(rule.day);
      case 'year':
        return plain.month === rule.month && isDay(rule.day);
      case 'dates':
        return rule.dates.includes(date);
    }
  }
});
