import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deferToOfficeHours } from '../../../domain/time/officeHours.ts';
import { quietPeriods } from '../../../domain/time/quietPeriod.ts';
import { workingCalendar } from '../../../domain/time/workingCalendar.ts';
import { atLocal, localDate, localTime } from '../../../domain/time/zone.ts';
import { tet, vietnam } from './vietnamCalendar.ts';

const calendar = workingCalendar(vietnam);
const quietAt = quietPeriods(tet, calendar);
const hours = { from: '07:30', to: '17:00' };
const zone = vietnam.zone;
const defer = (instant: string) => deferToOfficeHours(instant, calendar, hours, quietAt);
const at = (date: string, time: string) => atLocal(date, time, zone);

describe('letters in office hours', () => {
  test.each(['07:30', '08:00', '16:59'])('go out at %s as they are', (time) => {
    expect(defer(at('2020-11-25', time))).toEqual({ at: at('2020-11-25', time) });
  });

  test('go out until the last millisecond before five', () => {
    const last = '2020-11-25T09:59:59.999Z';
    expect(defer(last)).toEqual({ at: last });
  });
});

describe('letters outside office hours', () => {
  test('before opening wait for the same morning', () => {
    const deferred = { at: at('2020-11-25', '07:30'), reason: { code: 'before-hours' } };
    expect(defer(at('2020-11-25', '07:29'))).toEqual(deferred);
    expect(defer(at('2020-11-25', '00:00'))).toEqual(deferred);
  });

  test('from five on wait for the next working morning', () => {
    const reason = { code: 'after-hours' };
    expect(defer(at('2020-11-25', '17:00'))).toEqual({ at: at('2020-11-26', '07:30'), reason });
    expect(defer(at('2020-11-27', '23:59'))).toEqual({ at: at('2020-11-30', '07:30'), reason });
  });

  test('on a day off wait for the next working day, which is named', () => {
    expect(defer(at('2020-11-28', '10:00'))).toEqual({
      at: at('2020-11-30', '07:30'),
      reason: { code: 'day-off', name: 'weekend' },
    });
    expect(defer(at('2021-04-30', '10:00'))).toEqual({
      at: at('2021-05-04', '07:30'),
      reason: { code: 'day-off', name: 'Ngày Giải phóng miền Nam' },
    });
  });

  test('around Tết wait for the first working day after the quiet period', () => {
    const after = at('2021-02-19', '07:30');
    const reason = { code: 'quiet-period', name: 'Tết 2021' };
    expect(defer(at('2021-02-05', '10:00'))).toEqual({ at: after, reason });
    expect(defer(at('2021-02-14', '10:00'))).toEqual({ at: after, reason });
    expect(defer(at('2021-02-18', '16:00'))).toEqual({ at: after, reason });
  });

  test('on the eve of the quiet period leap over it', () => {
    expect(defer(at('2021-02-04', '17:00'))).toEqual({
      at: at('2021-02-19', '07:30'),
      reason: { code: 'after-hours' },
    });
  });

  test('leap over quiet periods that follow one another', () => {
    const rule = { workingDaysBefore: 0, workingDaysAfter: 0 };
    const twice = quietPeriods(
      [
        { ...rule, name: 'một', from: '2020-11-23', to: '2020-11-24' },
        { ...rule, name: 'hai', from: '2020-11-25', to: '2020-11-26' },
      ],
      calendar,
    );
    const deferred = deferToOfficeHours(at('2020-11-23', '09:00'), calendar, hours, twice);
    expect(deferred).toEqual({
      at: at('2020-11-27', '07:30'),
      reason: { code: 'quiet-period', name: 'một' },
    });
  });
});

describe('any letter', () => {
  const instants = fc
    .integer({ min: Date.parse('2020-02-01'), max: Date.parse('2022-12-01') })
    .map((milliseconds) => new Date(milliseconds).toISOString());

  test('ends up in office hours, no earlier than it was meant, and stays there', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { at: sent, reason } = defer(instant);
        const [date, time] = [localDate(sent, zone), localTime(sent, zone)];
        expect(calendar.isWorkingDay(date)).toBe(true);
        expect(quietAt(date)).toBeUndefined();
        expect(time >= hours.from && time < hours.to).toBe(true);
        expect(sent >= instant).toBe(true);
        expect(reason === undefined).toBe(sent === instant);
        expect(defer(sent)).toEqual({ at: sent });
      }),
      { numRuns: 500 },
    );
  });

  test('meant later is never sent earlier', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(defer(first).at <= defer(second).at).toBe(true);
      }),
    );
  });
});
