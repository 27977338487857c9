import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { CLOSES_AFTER_WEEKS } from '../weights.ts';
import type { Piece } from './facts.ts';
import type { OwedGroup } from './groupOwed.ts';
import { nextWorkingTime, workingDaysLater } from './moments.ts';

const WORKING_DAYS_IN_WEEK = 5;

/**
 * Some weeks after the lock the chair looks at a collection for the last time and closes it if something is still
 * missing. Every prompt of the collection plans the same act, which stands in the diary once.
 */
export function closing({ seed, notice, chair }: Piece, { first }: OwedGroup): Act[] {
  const isCollected = notice.directives.some(({ processes }) =>
    processes.some(({ id, kind }) => id === first.processId && kind === 'collection'),
  );
  if (chair === null || !isCollected || first.track !== 'main') return [];
  const calendar = calendarOf(notice);
  const soon = nextWorkingTime(calendar, first.lockAt ?? first.dueAt, TIMES.chair);
  const weeks = Number(choose(CLOSES_AFTER_WEEKS, seed, 'close', first.periodId));
  return [
    {
      id: `${first.periodId}/close`,
      actor: chair,
      act: 'close period',
      subject: { process: first.processId, periodKey: first.periodKey },
      at: workingDaysLater(calendar, soon, weeks * WORKING_DAYS_IN_WEEK),
    },
  ];
}
