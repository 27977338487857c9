import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { EXTENDED_ANSWERS, SUPPLEMENT_ANSWERS } from '../weights.ts';
import type { LetterFacts, Piece } from './facts.ts';
import { groupOwed, type OwedGroup } from './groupOwed.ts';
import { pick, timesAfterLock, timesBeforeDue } from './moments.ts';
import { recordingSplit } from './recordingSplit.ts';

/** Mostly hands in the supplement that the office asks for. */
export function supplement(letter: LetterFacts, piece: Piece): Act[] {
  const { seed } = piece;
  return groupOwed(letter).flatMap((group) => {
    const { first } = group;
    if (choose(SUPPLEMENT_ANSWERS, seed, 'supplement', first.obligationId) === 'never') return [];
    return handIn(
      letter,
      group,
      pick(timesBeforeDue(piece, first, letter.now), seed, 'when', first.obligationId),
    );
  });
}

/** Who got more time uses it, mostly. */
export function answerWithMoreTime(letter: LetterFacts, piece: Piece): Act[] {
  const { seed } = piece;
  return groupOwed(letter).flatMap((group) => {
    const { first } = group;
    const words = [first.obligationId, first.lastDay];
    const answer = choose(EXTENDED_ANSWERS, seed, 'extended', ...words);
    if (answer === 'never') return [];
    const times = answer === 'late' ? timesAfterLock : timesBeforeDue;
    const at = pick(times(piece, first, letter.now), seed, 'when', ...words);
    const answers = handIn(letter, group, at);
    return [...answers, ...recordingSplit(piece, group, answers)];
  });
}

function handIn({ receiver }: LetterFacts, group: OwedGroup, at: string | undefined): Act[] {
  if (at === undefined) return [];
  const { first, obligations, page } = group;
  return [
    {
      id: `${first.obligationId}/hand in/until ${first.lastDay}`,
      actor: receiver,
      act: 'hand in',
      subject: { page, kind: 'report', version: 1, obligations },
      at,
    },
  ];
}
