import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { CHAIR_ON_SILENCE, DEPUTY_ON_SILENCE } from '../weights.ts';
import type { LetterFacts, OwedInLetter, Piece } from './facts.ts';
import { nextWorkingTime } from './moments.ts';

/** A superior reads who is silent; a deputy now and then holds the next rung, the chair excuses somebody, from the desk. */
export function lookAfterSilent(letter: LetterFacts, piece: Piece): Act[] {
  const desk = letter.links.find(({ to }) => to === 'desk');
  if (!desk) return [];
  const decide = letter.receiver === piece.chair ? asChair : asDeputy;
  return letter.owed
    .filter(({ own, track }) => !own && track === 'main')
    .flatMap((silent) => decide(letter, piece, silent, desk.path));
}

function asDeputy(
  { receiver, now }: LetterFacts,
  { seed, notice }: Piece,
  { obligationId }: OwedInLetter,
  page: string,
): Act[] {
  const choice = choose(DEPUTY_ON_SILENCE, seed, 'deputy', obligationId, receiver);
  if (choice === 'nothing') return [];
  const workingDays = Math.min(choice === 'hold 1' ? 1 : 2, notice.settings.hold.maxWorkingDays);
  return [
    {
      id: `${obligationId}/hold/${receiver}`,
      actor: receiver,
      act: 'hold',
      subject: { page, obligation: obligationId, workingDays },
      at: nextWorkingTime(calendarOf(notice), now, TIMES.deputy),
    },
  ];
}

function asChair(
  { receiver, now }: LetterFacts,
  { seed, notice, inCharge }: Piece,
  { obligationId, partyId }: OwedInLetter,
  page: string,
): Act[] {
  // about units their deputy decides
  if (inCharge(partyId) !== receiver) return [];
  if (choose(CHAIR_ON_SILENCE, seed, 'chair', obligationId) === 'nothing') return [];
  return [
    {
      id: `${obligationId}/excuse after`,
      actor: receiver,
      act: 'excuse after',
      subject: { page, obligation: obligationId },
      at: nextWorkingTime(calendarOf(notice), now, TIMES.chair),
    },
  ];
}
