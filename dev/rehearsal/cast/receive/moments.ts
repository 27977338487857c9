import type { Instant } from '../../../../contracts/plan.ts';
import { calendarOf, type NoticeCalendar } from '../../../../domain/plan/calendarOf.ts';
import { addDays } from '../../../../domain/time/day.ts';
import type { LocalTime } from '../../../../domain/time/types.ts';
import { chance } from '../chance.ts';
import { TIMES } from '../times.ts';
import type { OwedInLetter, Piece } from './facts.ts';

/** What was settled by somebody's hash: one of the instants, or undefined where there is none. */
export function pick(
  instants: readonly Instant[],
  seed: number,
  ...words: (string | number)[]
): Instant | undefined {
  return instants[Math.floor(chance(seed, ...words) * instants.length)];
}

/** The first working day outside quiet periods on which this time of day is still to come. */
export function nextWorkingTime(calendar: NoticeCalendar, now: Instant, time: LocalTime): Instant {
  const today = calendar.onOrNextOpen(calendar.dayOf(now));
  const at = calendar.at(today, time);
  return at > now ? at : calendar.at(calendar.onOrNextOpen(addDays(today, 1)), time);
}

/** The same time of day, working days later. */
export function workingDaysLater(
  calendar: NoticeCalendar,
  instant: Instant,
  days: number,
): Instant {
  let day = calendar.dayOf(instant);
  for (let left = days; left > 0; left--) day = calendar.onOrNextOpen(addDays(day, 1));
  return calendar.at(day, calendar.timeOf(instant));
}

/**
 * The instants at which somebody may hand in before the due time: on the day of the letter, on a day between, and on
 * the last. Few, so that many act at one instant; in order, and none that has passed.
 */
export function timesBeforeDue(
  { notice }: Piece,
  { dueAt, lastDay }: OwedInLetter,
  now: Instant,
): Instant[] {
  const calendar = calendarOf(notice);
  const first = calendar.dayOf(now);
  const between = addDays(lastDay, -1);
  const moments = [
    calendar.at(first, TIMES.memberAfternoon),
    calendar.at(between, TIMES.memberMorning),
    calendar.at(lastDay, TIMES.memberMorning),
    calendar.at(lastDay, TIMES.memberAfternoon),
    calendar.at(lastDay, TIMES.memberEvening),
    calendar.at(lastDay, TIMES.memberNight),
  ];
  return [...new Set(moments)].filter((at) => at > now && at < dueAt).sort();
}

/** The instants between the due time and the lock; none where nothing is ever locked. */
export function timesBeforeLock(
  { notice }: Piece,
  { dueAt, lockAt }: OwedInLetter,
  now: Instant,
): Instant[] {
  if (lockAt === null) return [];
  const calendar = calendarOf(notice);
  const moments = [
    nextWorkingTime(calendar, dueAt, TIMES.memberMorning),
    nextWorkingTime(calendar, dueAt, TIMES.memberEvening),
  ];
  return moments.filter((at) => at > now && at >= dueAt && at < lockAt);
}

/** The instants at which the late hand in: the lock's day and the two working days after it. */
export function timesAfterLock(
  { notice }: Piece,
  { dueAt, lockAt }: OwedInLetter,
  now: Instant,
): Instant[] {
  const calendar = calendarOf(notice);
  const from = [lockAt ?? dueAt, now].sort().at(-1) as Instant;
  const afternoon = nextWorkingTime(calendar, from, TIMES.memberAfternoon);
  return [
    afternoon,
    workingDaysLater(calendar, nextWorkingTime(calendar, from, TIMES.memberMorning), 1),
    workingDaysLater(calendar, afternoon, 2),
  ];
}
