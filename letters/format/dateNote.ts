import type { DateNote } from '../../contracts/plan.ts';
import { dates } from '../catalogue/dates.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { formatDay, formatInstant, formatMoment, formatWeekday, type Reading } from './date.ts';

/** Why a date is not the one its rule gives, in one sentence for whoever is bound by it. */
export function formatDateNote(note: DateNote, reading: Reading): string {
  const say = inLanguage(dates, reading.language);
  const day = (date: string): string => formatWeekday(date, reading.language);
  const plain = (date: string): string => formatDay(date, reading.language);
  const moment = (when: string): string => formatMoment(when, reading);
  const short = (instant: string): string => formatInstant(instant, reading);
  const holiday = (name: string): string => (name === 'weekend' ? say.weekend : name);
  switch (note.code) {
    case 'day-off':
      return say.dayOff(day(note.day), holiday(note.name), day(note.movedTo));
    case 'kept-on-day-off':
      return say.keptOnDayOff(day(note.day), holiday(note.name));
    case 'before-on-day-off':
      return say.beforeOnDayOff(day(note.day), holiday(note.name));
    case 'quiet-period':
      return say.quietPeriod(note.name, plain(note.from), plain(note.to), moment(note.movedTo));
    case 'dropped-in-quiet-period':
      return say.droppedInQuietPeriod(note.name, plain(note.from), plain(note.to));
    case 'month-end':
      return say.monthEnd(day(note.day), note.wanted);
    case 'office-hours':
      return say.officeHours(moment(note.movedTo));
    case 'after-reports-locked':
      return say.afterReportsLocked(moment(note.movedTo));
    case 'compressed-to-start':
      return say.compressedToStart(moment(note.from), moment(note.movedTo));
    case 'opened-early':
      return say.openedEarly(short(note.from), short(note.movedTo));
    case 'opened-late':
      return say.openedLate(short(note.from), short(note.movedTo));
    case 'due-after-late-opening':
      return say.dueAfterLateOpening(day(note.day), day(note.movedTo));
    case 'not-before-amendment':
      return say.notBeforeAmendment(moment(note.from), moment(note.movedTo));
    case 'trial':
      return say.trial(moment(note.startsAt));
    case 'before-start':
      return say.beforeStart(moment(note.startsAt));
    case 'covers-merged':
      return say.coversMerged(plain(note.period.slice(0, 10)));
  }
}
