import type { NoticeHead } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import { dayOfWeek, endOfDay, localDate, localTime } from '../../domain/time/zone.ts';
import { dates } from '../catalogue/dates.ts';
import { inLanguage, type Language } from '../catalogue/phrases.ts';

/** Whose days and whose words: every date in a letter is told on the notice's own clock. */
export type Reading = Pick<NoticeHead, 'language' | 'zone'>;

const parts = (date: string): [day: number, month: number, year: number] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [day, month, year];
};

/** A day 'YYYY-MM-DD' as readers write it: '14/12/2020', '14 December 2020'. */
export const formatDay = (date: string, language: Language): string =>
  inLanguage(dates, language).day(...parts(date));

/** The same with its weekday: '14/12/2020 (thứ Hai)'. */
export const formatWeekday = (date: string, language: Language): string =>
  `${formatDay(date, language)} (${inLanguage(dates, language).weekday(dayOfWeek(date))})`;

/** An instant: '11 giờ 00 ngày 15/12/2020'. */
export function formatInstant(instant: Instant, { language, zone }: Reading): string {
  const [hour = '', minute = ''] = localTime(instant, zone).split(':');
  return inLanguage(dates, language).at(
    hour,
    minute,
    formatDay(localDate(instant, zone), language),
  );
}

/** The same with its weekday: '11 giờ 00 ngày 15/12/2020 (thứ Ba)'. */
export function formatInstantAndWeekday(instant: Instant, { language, zone }: Reading): string {
  const [hour = '', minute = ''] = localTime(instant, zone).split(':');
  const day = formatWeekday(localDate(instant, zone), language);
  return inLanguage(dates, language).at(hour, minute, day);
}

/**
 * A due time as people say it: 'hết ngày 28/11/2020 (thứ Bảy)' where the day ends it, else the time of day. `dueAt` is
 * exclusive, so the end of a day is the first instant of the next.
 */
export function formatDue(dueAt: Instant, lastDay: string, reading: Reading): string {
  if (dueAt !== endOfDay(lastDay, reading.zone)) return formatInstantAndWeekday(dueAt, reading);
  return inLanguage(dates, reading.language).endOf(formatWeekday(lastDay, reading.language));
}

/** The same in a list, without its weekday and with the last day in time worked out: 'hết ngày 28/11/2020'. */
export function formatDueShortly(dueAt: Instant, reading: Reading): string {
  const lastDay = localDate(new Date(Date.parse(dueAt) - 1).toISOString(), reading.zone);
  if (dueAt !== endOfDay(lastDay, reading.zone)) return formatInstant(dueAt, reading);
  return inLanguage(dates, reading.language).endOf(formatDay(lastDay, reading.language));
}

/** A day or an instant, whichever it is. */
export const formatMoment = (moment: string, reading: Reading): string =>
  moment.length === 10
    ? formatWeekday(moment, reading.language)
    : formatInstantAndWeekday(moment, reading);

/** Place and day at the head of a letter: 'Triệu Sơn, ngày 14 tháng 12 năm 2020' (Decree 30/2020, annex I). */
export const formatPlaceAndDay = (place: string, date: string, language: Language): string =>
  inLanguage(dates, language).placeAndDay(place, ...parts(date));
