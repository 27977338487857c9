import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { RELEASES_WHEN } from '../weights.ts';
import type { LetterFacts, Piece } from './facts.ts';
import { nextWorkingTime, workingDaysLater } from './moments.ts';

/**
 * Looks through what waits for release. The letter goes to everybody who may; the office does it and the others leave
 * it to the office. Two requests of one period and day are one act.
 */
export function release(
  { receiver, period, now }: LetterFacts,
  { seed, notice, office }: Piece,
): Act[] {
  if (receiver !== office || period === null) return [];
  const calendar = calendarOf(notice);
  const { processId: process, periodKey } = period;
  const soon = nextWorkingTime(calendar, now, TIMES.release);
  const about = `${notice.id}/${process}/${periodKey}/release/${calendar.dayOf(soon)}`;
  const when = choose(RELEASES_WHEN, seed, 'release', about);
  const at = when === 'the same day' ? soon : workingDaysLater(calendar, soon, 1);
  return [{ id: about, actor: receiver, act: 'release', subject: { process, periodKey }, at }];
}
