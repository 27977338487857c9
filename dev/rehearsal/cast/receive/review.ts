import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import { addDays } from '../../../../domain/time/day.ts';
import type { Act } from '../acts.ts';
import { TIMES } from '../times.ts';
import type { Piece } from './facts.ts';
import type { OwedGroup } from './groupOwed.ts';
import { nextWorkingTime, workingDaysLater } from './moments.ts';

/**
 * The office reads a period's reports twice: on the day of the lock, and three working days later what came since.
 * Every prompt of the period plans the same two readings, which stand in the diary once.
 */
export function review({ notice, office }: Piece, { first }: OwedGroup): Act[] {
  if (office === null || first.track !== 'main') return [];
  const calendar = calendarOf(notice);
  const soon = nextWorkingTime(calendar, first.lockAt ?? first.dueAt, TIMES.review);
  return [soon, workingDaysLater(calendar, soon, 3)].map((at, nth) => ({
    id: `${first.periodId}/review/${nth + 1}`,
    actor: office,
    act: 'review',
    subject: {
      period: first.periodId,
      dueDate: calendar.onOrNextOpen(addDays(calendar.dayOf(at), 3)),
    },
    at,
  }));
}
