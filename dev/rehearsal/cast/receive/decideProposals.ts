import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { DECIDES_PROPOSALS } from '../weights.ts';
import type { LetterFacts, Piece } from './facts.ts';
import { nextWorkingTime, workingDaysLater } from './moments.ts';

/** The chair reads the digest and decides, from the desk, on what it proposes; now and then on nothing. */
export function decideProposals(
  { receiver, period, links, now }: LetterFacts,
  { seed, notice, chair }: Piece,
): Act[] {
  const desk = links.find(({ to }) => to === 'desk');
  if (receiver !== chair || period === null || !desk) return [];
  const about = `${notice.id}/${period.processId}/${period.periodKey}/proposals`;
  const when = choose(DECIDES_PROPOSALS, seed, 'proposals', about);
  if (when === 'never') return [];
  const soon = nextWorkingTime(calendarOf(notice), now, TIMES.proposals);
  const at = when === 'the same day' ? soon : workingDaysLater(calendarOf(notice), soon, 1);
  return [
    { id: about, actor: receiver, act: 'decide proposals', subject: { page: desk.path }, at },
  ];
}
