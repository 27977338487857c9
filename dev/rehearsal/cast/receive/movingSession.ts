import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import { addDays } from '../../../../domain/time/day.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { SESSION_MOVES_BY_DAYS } from '../weights.ts';
import type { Piece } from './facts.ts';
import type { OwedGroup } from './groupOwed.ts';
import { nextWorkingTime } from './moments.ts';

/**
 * Once in a rehearsal a session meets some days later than it was to: the first whose document somebody else than the
 * office prepares. The office hears of it while the draft is being written, and enters the day as it was announced.
 */
export function movingSession(
  { seed, notice, office }: Piece,
  { first }: OwedGroup,
  now: string,
): Act[] {
  const process = notice.directives
    .flatMap(({ processes }) => processes)
    .find(
      (one) =>
        one.kind === 'drafting' && one.session !== undefined && one.by !== notice.roles.office,
    );
  if (office === null || process?.kind !== 'drafting' || process.id !== first.processId) return [];
  const calendar = calendarOf(notice);
  const days = Number(choose(SESSION_MOVES_BY_DAYS, seed, 'session', process.id));
  return [
    {
      id: `${notice.id}/${process.id}/move session`,
      actor: office,
      act: 'move session',
      subject: {
        process: process.id,
        dueDate: calendar.onOrNextOpen(addDays(process.due.date, days)),
      },
      at: nextWorkingTime(calendar, now, TIMES.moveSession),
    },
  ];
}
