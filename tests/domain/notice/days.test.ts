import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../contracts/notice/index.ts';
import {
  dayExists,
  dayOff,
  lastDayOfMonth,
  yearMissedByCounting,
} from '../../../domain/notice/meaning/days.ts';
import { nearest } from '../../../domain/notice/meaning/nearest.ts';

const calendar: Calendar = {
  provenance: { source: 'assumed', why: 'a test' },
  weekend: [6, 7],
  officeHours: { from: '08:00', to: '17:00' },
  years: {
    2021: {
      daysOff: [{ from: '2021-12-30', to: '2021-12-31', name: 'Winter days' }],
      workingDays: [{ date: '2021-12-25', name: 'swapped' }],
    },
  },
  quietPeriods: [],
};

describe('days of a notice', () => {
  it('knows the last day of each month, leap years included', () => {
    expect(lastDayOfMonth('2020-02-01')).toBe('2020-02-29');
    expect(lastDayOfMonth('2021-02-30')).toBe('2021-02-28');
    expect(lastDayOfMonth('2100-02-01')).toBe('2100-02-28');
    expect(lastDayOfMonth('2021-13-01')).toBeUndefined();
  });

  it('takes for days exactly those that a calendar has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (year, month, day) => {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const date = new Date(Date.UTC(year, month - 1, day));
          const same = date.toISOString().slice(0, 10) === text;
          expect(dayExists(text)).toBe(same);
        },
      ),
    );
  });

  it('names a day off, lets a swapped day be worked, and says nothing without a table', () => {
    expect(dayOff(calendar, '2021-12-30')).toBe('Winter days');
    expect(dayOff(calendar, '2021-12-26')).toBe('weekend');
    expect(dayOff(calendar, '2021-12-25')).toBeNull();
    expect(dayOff(calendar, '2022-01-03')).toBeUndefined();
  });

  it('counts working days up to the edge of the tables, and names the year behind it', () => {
    // working days left after Friday 24: Saturday 25 (swapped), 27, 28, 29
    expect(yearMissedByCounting(calendar, '2021-12-24', 1, 4)).toBeUndefined();
    expect(yearMissedByCounting(calendar, '2021-12-24', 1, 5)).toBe('2022');
    expect(yearMissedByCounting(calendar, '2021-01-04', -1, 1)).toBeUndefined();
    expect(yearMissedByCounting(calendar, '2021-01-04', -1, 2)).toBe('2020');
  });

  it('does not count the working days of a quiet period', () => {
    const quiet = {
      ...calendar,
      quietPeriods: [
        {
          name: 'Winter',
          from: '2021-12-20',
          to: '2021-12-20',
          workingDaysBefore: 0,
          workingDaysAfter: 2,
        },
      ],
    };
    // after the quiet 21 and 22: 23, 24, 25 (swapped), 27, 28, 29
    expect(yearMissedByCounting(quiet, '2021-12-17', 1, 6)).toBeUndefined();
    expect(yearMissedByCounting(quiet, '2021-12-17', 1, 7)).toBe('2022');
  });
});

describe('the nearest id', () => {
  it.each([
    ['chiar', 'chair'],
    ['truong-ban-tuyen-gao', 'truong-ban-tuyen-giao'],
    ['titel', 'title'],
  ])('takes %s for %s', (typed, meant) => {
    expect(nearest(typed, ['deputy', 'secretary', meant, 'truong-ban-dan-van'])).toBe(meant);
  });

  it('suggests nothing that is not near', () => {
    expect(nearest('president', ['chair', 'secretary'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });
});
