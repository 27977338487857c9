import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DueRule, dueInstant } from '../../../domain/time/dueTime.ts';
import { CalendarYearMissing, workingCalendar } from '../../../domain/time/workingCalendar.ts';
import { atLocal, endOfDay, startOfDay } from '../../../domain/time/zone.ts';
import { anyDay } from './arbitraryDay.ts';
import { vietnam } from './vietnamCalendar.ts';

const calendar = workingCalendar(vietnam);
const zone = vietnam.zone;
const due = (rule: DueRule) => dueInstant(rule, calendar);

describe('what a notice calls a due date', () => {
  test('"before 25/11" ends with 24/11', () => {
    expect(due({ date: '2020-11-25', boundary: 'before', rollRule: 'stay' })).toEqual({
      dueAt: startOfDay('2020-11-25', zone),
      lastDay: '2020-11-24',
    });
  });

  test('"by 30/11" ends with 30/11', () => {
    expect(due({ date: '2020-11-30', boundary: 'by', rollRule: 'stay' })).toEqual({
      dueAt: startOfDay('2020-12-01', zone),
      lastDay: '2020-11-30',
    });
  });

  test('with a time it ends at that time of its last day', () => {
    const at = { rollRule: 'stay', time: '17:00' } as const;
    expect(due({ ...at, date: '2020-11-30', boundary: 'by' }).dueAt).toBe(
      '2020-11-30T10:00:00.000Z',
    );
    expect(due({ ...at, date: '2020-11-25', boundary: 'before' }).dueAt).toBe(
      '2020-11-24T10:00:00.000Z',
    );
  });

  test('"before 1 March" ends with the last of February, leap year or not', () => {
    const before = { boundary: 'before', rollRule: 'stay' } as const;
    expect(due({ ...before, date: '2020-03-01' }).lastDay).toBe('2020-02-29');
    expect(due({ ...before, date: '2021-03-01' }).lastDay).toBe('2021-02-28');
  });
});

describe('a due day off', () => {
  test('stays on 14/11 and 28/11/2020, both Saturdays, and says so', () => {
    for (const date of ['2020-11-14', '2020-11-28']) {
      expect(due({ date, boundary: 'by', rollRule: 'stay' })).toEqual({
        dueAt: endOfDay(date, zone),
        lastDay: date,
        reason: { code: 'day-off', name: 'weekend', rule: 'stay' },
      });
    }
  });

  test('rolls to the next working day, past the substitute day too', () => {
    expect(due({ date: '2021-04-30', boundary: 'by', time: '17:00', rollRule: 'next' })).toEqual({
      dueAt: atLocal('2021-05-04', '17:00', zone),
      lastDay: '2021-05-04',
      movedFrom: '2021-04-30',
      reason: { code: 'day-off', name: 'Ngày Giải phóng miền Nam', rule: 'next' },
    });
    expect(due({ date: '2021-02-28', boundary: 'by', rollRule: 'next' })).toEqual({
      dueAt: startOfDay('2021-03-02', zone),
      lastDay: '2021-03-01',
      movedFrom: '2021-02-28',
      reason: { code: 'day-off', name: 'weekend', rule: 'next' },
    });
  });

  test('rolls to the previous working day, out of Tết', () => {
    expect(due({ date: '2021-02-14', boundary: 'by', rollRule: 'previous' })).toEqual({
      dueAt: startOfDay('2021-02-10', zone),
      lastDay: '2021-02-09',
      movedFrom: '2021-02-14',
      reason: { code: 'day-off', name: 'Tết Nguyên đán', rule: 'previous' },
    });
  });

  test('"before 30/11/2020" ends on a Sunday: it does not roll forward, and warns', () => {
    expect(due({ date: '2020-11-30', boundary: 'before', rollRule: 'next' })).toEqual({
      dueAt: startOfDay('2020-11-30', zone),
      lastDay: '2020-11-29',
      reason: { code: 'day-off', name: 'weekend', rule: 'next' },
      warning: 'before-on-day-off',
    });
  });

  test('"before 30/11/2020" may roll back', () => {
    expect(due({ date: '2020-11-30', boundary: 'before', rollRule: 'previous' })).toMatchObject({
      lastDay: '2020-11-27',
      movedFrom: '2020-11-29',
    });
  });
});

describe('any due date', () => {
  const rules = fc.record({
    date: anyDay('2020-02-01', '2022-11-30'),
    boundary: fc.constantFrom('before' as const, 'by' as const),
    rollRule: fc.constantFrom('stay' as const, 'next' as const, 'previous' as const),
  });

  test('"before" a day never reaches into it', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const { dueAt } = due({ ...rule, boundary: 'before' });
        expect(dueAt <= startOfDay(rule.date, zone)).toBe(true);
      }),
    );
  });

  test('says why if and only if its day is off, and once rolled is on a working day', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const { dueAt, lastDay, movedFrom, reason } = due(rule);
        expect(dueAt).toBe(endOfDay(lastDay, zone));
        expect(reason?.name).toBe(calendar.whyOff(movedFrom ?? lastDay));
        if (movedFrom !== undefined) expect(calendar.isWorkingDay(lastDay)).toBe(true);
        if (rule.rollRule === 'stay') expect(movedFrom).toBeUndefined();
      }),
    );
  });

  test('in a year without a table is refused', () => {
    const rule = { date: '2023-01-14', boundary: 'by', rollRule: 'stay' } as const;
    expect(() => due(rule)).toThrow(CalendarYearMissing);
    // 31/12/2022 is a Saturday: the next working day is already another year's
    const rolling = { date: '2022-12-31', boundary: 'by', rollRule: 'next' } as const;
    expect(() => due(rolling)).toThrow('no holiday table for 2023');
  });
});
