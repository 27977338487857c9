import type { DueDate, Recurrence } from '../../contracts/notice/index.ts';
import type { DateNote, Instant } from '../../contracts/plan.ts';
import { dueInstant } from '../time/dueTime.ts';
import type { NoticeCalendar } from './calendarOf.ts';

/** A due time: exclusive, with the last day on which it is still in time and why that day is not the rule's own. */
export interface Due {
  dueAt: Instant;
  /** 'YYYY-MM-DD'; the day that ladders count from. */
  lastDay: string;
  notes: DateNote[];
}

/** A day and how it ends, as a notice file says it: "before 25/11" ends with 24/11, "by 30/11" with 30/11. */
export interface DueRule {
  date: string;
  boundary: 'before' | 'by';
  time?: string | undefined;
  roll: 'stay' | 'next' | 'previous';
}

/** The day by which a period is named: the one that the file had first, whatever an amendment has made of the date since. */
export const nameDay = ({ date, originally }: DueDate): string => originally ?? date;

/**
 * The due time of one day. A day off stays, or moves by the rule (Civil Code 2015, article 148, is `next`); a note
 * says which. "Before" never rolls forward, because that would contradict the word.
 */
export function dueOf(calendar: NoticeCalendar, rule: DueRule): Due {
  const { date, boundary, time, roll } = rule;
  const due = dueInstant({ date, boundary, time, rollRule: roll }, calendar);
  const { dueAt, lastDay, movedFrom, reason } = due;
  if (reason === undefined) return { dueAt, lastDay, notes: [] };
  const { name } = reason;
  if (movedFrom !== undefined) {
    return { dueAt, lastDay, notes: [{ code: 'day-off', day: movedFrom, name, movedTo: lastDay }] };
  }
  const code = boundary === 'before' ? 'before-on-day-off' : 'kept-on-day-off';
  return { dueAt, lastDay, notes: [{ code, day: lastDay, name }] };
}

/** Says where a day is the month's last because the month lacks the one that the rule names ("30" in February). */
export function monthEndNotes(recurrence: Recurrence, day: string): DateNote[] {
  const dayOfMonth = Number(day.slice(8));
  const named = namedDays(recurrence);
  if (named.includes(dayOfMonth)) return [];
  const wanted = named.find((each) => each > dayOfMonth);
  return wanted === undefined ? [] : [{ code: 'month-end', day, wanted }];
}

/**
 * Where a document that is itself a letter (a digest) falls due in a quiet period, it moves to the first working day
 * after it; what others owe stays due on its day.
 */
export function dueOutOfQuiet(calendar: NoticeCalendar, due: Due, time: string | undefined): Due {
  const quiet = calendar.quietAt(due.lastDay);
  if (quiet === undefined) return due;
  const movedTo = quiet.firstWorkingDayAfter;
  const { name, firstDay: from, lastDay: to } = quiet;
  const note: DateNote = { code: 'quiet-period', name, from, to, movedTo };
  return {
    dueAt: endOn(calendar, movedTo, time),
    lastDay: movedTo,
    notes: [...due.notes, note],
  };
}

/** The due instant on a given day: its time, or the day's end. */
export function endOn(calendar: NoticeCalendar, day: string, time: string | undefined): Instant {
  return time === undefined ? calendar.endOf(day) : calendar.at(day, time);
}

/** The days of the month that a rule names, in order. */
function namedDays(recurrence: Recurrence): number[] {
  switch (recurrence.every) {
    case 'month':
      return recurrence.days.filter((each) => each !== 'last').sort((a, b) => a - b);
    case 'quarter':
    case 'half-year':
    case 'year':
      return recurrence.day === 'last' ? [] : [recurrence.day];
    case 'week':
    case 'dates':
      return [];
  }
}
