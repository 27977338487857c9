import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/time/zone.ts';
import { noticeOf, TRIEU_SON_TEXT } from '../../data/noticeFiles.ts';

const { calendar } = noticeOf(TRIEU_SON_TEXT);
const years = [2020, 2021, 2022, 2023];

const span = (from: string, to: string): string[] =>
  from > to ? [] : [from, ...span(addDays(from, 1), to)];

/** Days off by the notice's tables, each with its name. */
const table = new Map(
  years.flatMap((year) =>
    (calendar.years[year]?.daysOff ?? []).flatMap(({ from, to, name }) =>
      span(from, to ?? from).map((day) => [day, name] as const),
    ),
  ),
);

/** Public holidays by date-holidays; its Tết is a span of several days. */
const library = new Set(
  years.flatMap((year) =>
    new Holidays('VN', { languages: 'vi', timezone: 'Asia/Ho_Chi_Minh' })
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .flatMap(({ date, end }) => {
        const last = new Date(end.getTime() + 7 * 3_600_000 - 1).toISOString().slice(0, 10);
        return span(date.slice(0, 10), last);
      }),
  ),
);

/** What the table has and the library lacks, and why the table is right. */
const ADDED: Record<string, string> = {
  '2020-01-23': 'the days off before Tết are decided each year',
  '2020-01-29': 'substitute for a day of Tết at the weekend',
  '2021-02-10': 'the days off before Tết are decided each year',
  '2021-02-16': 'substitute for a day of Tết at the weekend',
  '2021-05-03': 'substitute for Saturday 1 May',
  '2021-09-03': 'second National Day, from 2021',
  '2022-01-03': 'substitute for Saturday 1 January',
  '2022-04-11': 'substitute for Giỗ Tổ on a Sunday',
  '2022-05-02': 'substitute for Saturday 30 April',
  '2022-05-03': 'substitute for Sunday 1 May',
  '2022-09-01': 'second National Day, from 2021',
  '2023-01-02': 'substitute for Sunday 1 January',
  '2023-01-20': 'the days off before Tết are decided each year',
  '2023-01-26': 'substitute for a day of Tết at the weekend',
  '2023-05-02': 'substitute for Giỗ Tổ on a Saturday',
  '2023-05-03': 'substitute for Sunday 30 April',
  '2023-09-01': 'second National Day, from 2021',
  '2023-09-03': 'Sunday between National Day and its substitute',
  '2023-09-04': 'substitute for Saturday 2 September',
};

describe('the Vietnamese calendar of 2020 to 2023', () => {
  it('differs from date-holidays only where it is known to', () => {
    const added = [...table.keys()].filter((day) => !library.has(day)).sort();
    const leftOut = [...library].filter((day) => !table.has(day)).sort();
    expect({ added, leftOut }).toEqual({ added: Object.keys(ADDED), leftOut: [] });
  });

  it('has Tết as it was announced', () => {
    const tet = (year: number) =>
      calendar.years[year]?.daysOff
        .filter(({ name }) => name.startsWith('Tết Nguyên đán'))
        .map(({ from, to }) => [from, to]);
    expect(years.map(tet)).toEqual([
      [['2020-01-23', '2020-01-29']],
      [['2021-02-10', '2021-02-16']],
      [['2022-01-31', '2022-02-04']],
      [['2023-01-20', '2023-01-26']],
    ]);
  });

  it.each(['2020-04-02', '2021-04-21', '2022-04-10', '2023-04-29'])('has Giỗ Tổ on %s', (day) => {
    expect(table.get(day)).toBe('Giỗ Tổ Hùng Vương');
  });

  it('gives the source of every day off', () => {
    const unsourced = years.flatMap((year) =>
      (calendar.years[year]?.daysOff ?? []).filter(({ source }) => source === undefined),
    );
    expect(unsourced).toEqual([]);
  });

  it('keeps quiet around the Tết of each year', () => {
    const tets = [...table].filter(([, name]) => name.startsWith('Tết Nguyên đán'));
    for (const { name, from, to, workingDaysBefore, workingDaysAfter } of calendar.quietPeriods) {
      const days = tets.filter(([, of]) => of === name).map(([day]) => day);
      expect([days.at(0), days.at(-1)]).toEqual([from, to]);
      expect([workingDaysBefore, workingDaysAfter]).toEqual([3, 2]);
    }
    expect(calendar.quietPeriods).toHaveLength(4);
  });
});
