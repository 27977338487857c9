import type { Notice } from '../../../../contracts/notice/index.ts';
import { findProcess } from '../../../../domain/notice/findProcess.ts';
import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import { addDays, dayOfWeek } from '../../../../domain/time/day.ts';
import type { Act } from '../acts.ts';
import { TIMES } from '../times.ts';
import type { LetterFacts, Piece } from './facts.ts';
import { nextWorkingTime } from './moments.ts';

/** Weeks from the letter to the call, long enough for Tết to pass where it lies in between. */
const WEEKS_AHEAD = 3;

/**
 * Whoever leads the campaign names a week for a peak that makes up for the one missed, from a Monday to a Sunday, and
 * the office enters it on the same afternoon. Where the notice ends before the returns would be due, nobody does.
 */
export function makeUpForPeak({ period, now }: LetterFacts, { notice, office }: Piece): Act[] {
  if (period === null || office === null) return [];
  const calendar = calendarOf(notice);
  const at = nextWorkingTime(calendar, now, TIMES.addPeak);
  const today = calendar.dayOf(at);
  let monday = addDays(today, 8 - dayOfWeek(today) + 7 * WEEKS_AHEAD);
  while (isTaken(notice, period.processId, monday)) monday = addDays(monday, 7);
  const returnsDue = addDays(monday, 11);
  if (returnsDue > notice.head.endsOn) return [];
  return [
    {
      id: `${notice.id}/${period.processId}/${period.periodKey}/add peak`,
      actor: office,
      act: 'add peak',
      subject: {
        process: period.processId,
        from: monday,
        to: addDays(monday, 6),
        call: calendar.onOrNextOpen(addDays(monday, -7)),
        returnsDue,
      },
      at,
    },
  ];
}

/** Whether the week from this Monday is one of the campaign's own peaks. */
function isTaken(notice: Notice, processId: string, monday: string): boolean {
  const { process } = findProcess(notice, processId);
  const sunday = addDays(monday, 6);
  return (
    process.kind === 'campaign' &&
    process.peaks.some(({ from, to }) => from <= sunday && monday <= to)
  );
}
