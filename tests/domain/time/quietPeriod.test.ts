import { describe, expect, test } from 'vitest';
import { quietPeriods } from '../../../domain/time/quietPeriod.ts';
import { CalendarYearMissing, workingCalendar } from '../../../domain/time/workingCalendar.ts';
import { tet, vietnam } from './vietnamCalendar.ts';

const calendar = workingCalendar(vietnam);
const quietAt = quietPeriods(tet, calendar);

describe('the quiet period around Tết', () => {
  const tet2021 = {
    name: 'Tết 2021',
    firstDay: '2021-02-05',
    lastDay: '2021-02-18',
    lastWorkingDayBefore: '2021-02-04',
    firstWorkingDayAfter: '2021-02-19',
  };

  test.each(['2021-02-05', '2021-02-06', '2021-02-14', '2021-02-17', '2021-02-18'])(
    'holds %s, from three working days before to two after',
    (date) => {
      expect(quietAt(date)).toEqual(tet2021);
    },
  );

  test.each(['2021-02-04', '2021-02-19', '2020-11-28', '2019-01-01'])('leaves %s alone', (date) => {
    expect(quietAt(date)).toBeUndefined();
  });

  test('counts over the week-ends on both sides', () => {
    expect(quietAt('2022-02-06')).toEqual({
      name: 'Tết 2022',
      firstDay: '2022-01-26',
      lastDay: '2022-02-08',
      lastWorkingDayBefore: '2022-01-25',
      firstWorkingDayAfter: '2022-02-09',
    });
  });

  test('is left and entered on working days where its edges touch week-ends', () => {
    const rule = { name: 'một lễ', workingDaysBefore: 3, workingDaysAfter: 2 };
    const edges = quietPeriods([{ ...rule, from: '2020-11-19', to: '2020-11-25' }], calendar);
    expect(edges('2020-11-20')).toEqual({
      name: 'một lễ',
      firstDay: '2020-11-16', // a Monday
      lastDay: '2020-11-27', // a Friday
      lastWorkingDayBefore: '2020-11-13',
      firstWorkingDayAfter: '2020-11-30',
    });
  });

  test('without days around it is the holiday itself', () => {
    const bare = quietPeriods(
      [
        {
          ...tet[0],
          name: 'Tết',
          from: '2021-02-10',
          to: '2021-02-16',
          workingDaysBefore: 0,
          workingDaysAfter: 0,
        },
      ],
      calendar,
    );
    expect(bare('2021-02-09')).toBeUndefined();
    expect(bare('2021-02-10')).toEqual({
      name: 'Tết',
      firstDay: '2021-02-10',
      lastDay: '2021-02-16',
      lastWorkingDayBefore: '2021-02-09',
      firstWorkingDayAfter: '2021-02-17',
    });
  });

  test('needs the tables of the years that it counts into', () => {
    const newYear = {
      name: 'cuối năm',
      from: '2022-12-26',
      to: '2022-12-30',
      workingDaysBefore: 1,
      workingDaysAfter: 1,
    };
    expect(() => quietPeriods([newYear], calendar)).toThrow(CalendarYearMissing);
  });
});
