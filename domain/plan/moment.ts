import type { Timing } from '../../contracts/notice/index.ts';
import type { DateNote, Instant } from '../../contracts/plan.ts';
import type { NoticeCalendar } from './calendarOf.ts';

/** An instant of the plan and why it is not the one its rule gives at first sight. */
export interface Moment {
  at: Instant;
  notes: DateNote[];
}

/** When letters of a ladder may go out. */
export type LetterHours = 'office-hours' | 'any-hour';

/**
 * The calendar day that a timing means, told from `anchor`: working days strictly before or after it; 0 is the day
 * itself or, where it is off, the working day before it (a moment that leads up) or after it (one that follows).
 */
function timingDay(
  calendar: NoticeCalendar,
  anchor: string,
  workingDays: number,
  leadsUp: boolean,
): string {
  if (workingDays !== 0) return calendar.addWorkingDays(anchor, workingDays);
  return leadsUp ? calendar.onOrPrevious(anchor) : calendar.onOrNext(anchor);
}

/**
 * A moment that leads up to a due time. One that falls into a quiet period goes out on the last working day before
 * it, at its own time of day ("a prompt that falls inside goes out on the last working day before").
 */
export function leadingUp(calendar: NoticeCalendar, anchor: string, timing: Timing): Moment {
  const day = timingDay(calendar, anchor, timing.workingDays, true);
  const quiet = calendar.quietAt(day);
  if (quiet === undefined) return { at: calendar.at(day, timing.at), notes: [] };
  const movedTo = quiet.lastWorkingDayBefore;
  const { name, firstDay: from, lastDay: to } = quiet;
  return {
    at: calendar.at(movedTo, timing.at),
    notes: [{ code: 'quiet-period', name, from, to, movedTo }],
  };
}

/** A moment that follows a due time, moved out of a quiet period to the first working day after it. */
export function following(calendar: NoticeCalendar, anchor: string, timing: Timing): Moment {
  const day = timingDay(calendar, anchor, timing.workingDays, false);
  return outOfQuiet(calendar, calendar.at(day, timing.at));
}

/** The instant itself, or the same time of day on the first working day after the quiet period that it is in. */
export function outOfQuiet(calendar: NoticeCalendar, at: Instant): Moment {
  const quiet = calendar.quietAt(calendar.dayOf(at));
  if (quiet === undefined) return { at, notes: [] };
  const movedTo = quiet.firstWorkingDayAfter;
  const { name, firstDay: from, lastDay: to } = quiet;
  return {
    at: calendar.sameTimeOn(movedTo, at),
    notes: [{ code: 'quiet-period', name, from, to, movedTo }],
  };
}

/** A letter's moment put off to the next opening of the office; letters at any hour only keep out of quiet periods. */
export function whenLettersGo(
  calendar: NoticeCalendar,
  moment: Moment,
  letters: LetterHours,
): Moment {
  if (letters === 'any-hour') {
    const moved = outOfQuiet(calendar, moment.at);
    return { at: moved.at, notes: [...moment.notes, ...moved.notes] };
  }
  const at = calendar.deferToOffice(moment.at);
  if (at === moment.at) return moment;
  return { at, notes: [...moment.notes, { code: 'office-hours', movedTo: at }] };
}

/**
 * As `whenLettersGo`, for a letter that leads up to `dueAt`: where waiting for the office to open would carry it to
 * the due time or beyond, it goes out at the last opening before, because a reminder afterwards reminds of nothing.
 */
export function whenLeadingLettersGo(
  calendar: NoticeCalendar,
  moment: Moment,
  letters: LetterHours,
  dueAt: Instant,
): Moment {
  const deferred = whenLettersGo(calendar, moment, letters);
  if (deferred.at < dueAt || letters === 'any-hour') return deferred;
  const at = calendar.openingBefore(dueAt);
  return { at, notes: [...moment.notes, { code: 'office-hours', movedTo: at }] };
}
