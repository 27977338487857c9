import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarYearMissing, workingCalendar } from '../../../domain/time/workingCalendar.ts';
import { anyDay } from './arbitraryDay.ts';
import { vietnam } from './vietnamCalendar.ts';

const calendar = workingCalendar(vietnam);

describe('days off', () => {
  test.each([
    ['2020-11-14', 'weekend'],
    ['2020-11-28', 'weekend'],
    ['2021-02-28', 'weekend'],
    ['2021-02-14', 'Tết Nguyên đán'], // its third day, and a Sunday: the holiday's name is told
    ['2021-02-10', 'Tết Nguyên đán'],
    ['2021-02-16', 'Tết Nguyên đán'],
    ['2021-04-30', 'Ngày Giải phóng miền Nam'],
    ['2021-05-03', 'Nghỉ bù Quốc tế Lao động'],
  ])('%s is off for %s', (date, name) => {
    expect(calendar.whyOff(date)).toBe(name);
    expect(calendar.isWorkingDay(date)).toBe(false);
  });

  test.each(['2020-11-16', '2021-02-09', '2021-02-17', '2021-04-29'])('%s is worked', (date) => {
    expect(calendar.whyOff(date)).toBeUndefined();
    expect(calendar.isWorkingDay(date)).toBe(true);
  });

  test('29/4/2024 was swapped with Saturday 4/5/2024', () => {
    const year2024 = workingCalendar({
      ...vietnam,
      years: {
        2024: {
          daysOff: [{ from: '2024-04-29', to: '2024-05-01', name: 'Lễ 30/4 và 1/5' }],
          workingDays: [{ date: '2024-05-04', name: 'Làm bù' }],
        },
      },
    });
    expect(year2024.isWorkingDay('2024-04-29')).toBe(false);
    expect(year2024.isWorkingDay('2024-05-04')).toBe(true);
    expect(year2024.isWorkingDay('2024-05-11')).toBe(false);
    expect(year2024.nextWorkingDay('2024-05-03')).toBe('2024-05-04');
    expect(year2024.addWorkingDays('2024-04-26', 4)).toBe('2024-05-06');
  });

  test('a day swapped in is worked even inside a stretch of days off', () => {
    const swapped = workingCalendar({
      ...vietnam,
      years: {
        2020: {
          daysOff: [{ from: '2020-09-02', to: '2020-09-04', name: 'Quốc khánh' }],
          workingDays: [{ date: '2020-09-03', name: 'Làm bù' }],
        },
      },
    });
    expect(swapped.whyOff('2020-09-03')).toBeUndefined();
    expect(swapped.whyOff('2020-09-04')).toBe('Quốc khánh');
  });

  test("a week-end is whatever the calendar's data says", () => {
    const fridays = workingCalendar({ ...vietnam, weekend: [5] });
    expect(fridays.whyOff('2020-11-13')).toBe('weekend');
    expect(fridays.isWorkingDay('2020-11-14')).toBe(true);
  });

  test('days off that end before they begin, or do not exist, are refused', () => {
    const holding = (from: string, to: string) => () =>
      workingCalendar({ ...vietnam, years: { 2021: { daysOff: [{ from, to, name: 'Tết' }] } } });
    expect(holding('2021-02-16', '2021-02-10')).toThrow('"Tết" end on 2021-02-10');
    expect(holding('2021-02-30', '2021-02-30')).toThrow('no day "2021-02-30"');
  });
});

describe('the nearest working day', () => {
  test.each([
    ['2020-11-13', '2020-11-16', '2020-11-12'], // a Friday
    ['2020-11-14', '2020-11-16', '2020-11-13'], // a Saturday
    ['2021-02-14', '2021-02-17', '2021-02-09'], // in Tết
    ['2021-04-30', '2021-05-04', '2021-04-29'], // Reunification Day, and a substitute day after it
    ['2020-12-31', '2021-01-04', '2020-12-30'],
  ])('strictly after and before %s is %s and %s', (date, next, previous) => {
    expect(calendar.nextWorkingDay(date)).toBe(next);
    expect(calendar.previousWorkingDay(date)).toBe(previous);
  });

  test('is the day itself where that is worked', () => {
    expect(calendar.onOrNext('2020-11-13')).toBe('2020-11-13');
    expect(calendar.onOrPrevious('2020-11-13')).toBe('2020-11-13');
    expect(calendar.onOrNext('2021-02-28')).toBe('2021-03-01');
    expect(calendar.onOrPrevious('2021-02-28')).toBe('2021-02-26');
  });
});

describe('counting working days', () => {
  test.each([
    ['2020-11-28', -3, '2020-11-25'], // three working days ahead of a Saturday: Wednesday
    ['2020-11-27', 1, '2020-11-30'],
    ['2020-11-28', 1, '2020-11-30'],
    ['2020-11-29', 1, '2020-11-30'],
    ['2020-11-30', -1, '2020-11-27'],
    ['2020-11-29', -1, '2020-11-27'],
    ['2021-02-10', -3, '2021-02-05'],
    ['2021-02-16', 2, '2021-02-18'],
    ['2021-02-14', 0, '2021-02-14'],
    ['2021-02-09', 1, '2021-02-17'],
  ])('%s and %i is %s', (date, days, expected) => {
    expect(calendar.addWorkingDays(date, days)).toBe(expected);
  });

  test.each([
    ['2020-11-27', '2020-11-30', 1],
    ['2020-11-28', '2020-11-29', 0],
    ['2021-02-09', '2021-02-17', 1],
    ['2021-02-17', '2021-02-09', 0],
    ['2020-11-30', '2020-11-30', 0],
  ])('from %s to %s there are %i', (a, b, expected) => {
    expect(calendar.workingDaysBetween(a, b)).toBe(expected);
  });

  test('refuses half a day', () => {
    expect(() => calendar.addWorkingDays('2020-11-27', 0.5)).toThrow('0.5 working days');
  });
});

describe('a year without a table', () => {
  test('is named, whatever is asked about it', () => {
    expect(() => calendar.whyOff('2023-01-02')).toThrow(CalendarYearMissing);
    expect(() => calendar.isWorkingDay('2023-01-02')).toThrow('no holiday table for 2023');
    expect(() => calendar.onOrPrevious('2019-06-01')).toThrow('no holiday table for 2019');
  });

  test('is missed where counting crosses into it', () => {
    expect(calendar.addWorkingDays('2022-12-29', 1)).toBe('2022-12-30');
    expect(() => calendar.addWorkingDays('2022-12-30', 1)).toThrow('no holiday table for 2023');
    expect(() => calendar.nextWorkingDay('2022-12-31')).toThrow(CalendarYearMissing);
    expect(() => calendar.previousWorkingDay('2020-01-01')).toThrow('no holiday table for 2019');
    expect(() => calendar.workingDaysBetween('2022-12-30', '2023-01-01')).toThrow('2023');
  });

  test('is told as a number that the caller can act on', () => {
    const missed = (): number => {
      try {
        calendar.whyOff('2023-01-02');
      } catch (error) {
        if (error instanceof CalendarYearMissing) return error.year;
        throw error;
      }
      return 0;
    };
    expect(missed()).toBe(2023);
  });
});

describe('any day', () => {
  const day = anyDay('2020-06-01', '2022-06-30');
  const count = fc.integer({ min: 1, max: 60 });

  test('counting forth and back from a working day comes home', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (date, days) => {
        const worked = calendar.onOrNext(date);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(worked, days), -days)).toBe(worked);
      }),
    );
  });

  test('so many working days on, there are so many in between', () => {
    fc.assert(
      fc.property(day, count, (date, days) => {
        const later = calendar.addWorkingDays(date, days);
        expect(calendar.isWorkingDay(later)).toBe(true);
        expect(calendar.workingDaysBetween(date, later)).toBe(days);
      }),
    );
  });

  test('counting in two parts is counting at once', () => {
    fc.assert(
      fc.property(day, count, count, (date, a, b) => {
        const inParts = calendar.addWorkingDays(calendar.addWorkingDays(date, a), b);
        expect(calendar.addWorkingDays(date, a + b)).toBe(inParts);
      }),
    );
  });
});
