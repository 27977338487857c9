import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { ANSWERS_FINDING, ON_ANSWER } from '../weights.ts';
import { type LetterFacts, type Piece, roleOf } from './facts.ts';
import { nextWorkingTime } from './moments.ts';

/** The person found answers now and then, in the evening; whoever is above reads it on the next working day, and reverses some. */
export function answerFinding({ receiver, owed, links, now }: LetterFacts, piece: Piece): Act[] {
  const { seed, notice } = piece;
  const found = [...owed].sort((a, b) => (a.obligationId < b.obligationId ? -1 : 1))[0];
  const about = found?.obligationId;
  const link = links.find(({ to }) => to === 'finding');
  if (found === undefined || about === undefined || link === undefined) return [];
  if (choose(ANSWERS_FINDING, seed, 'answer finding', about) === 'nothing') return [];
  const calendar = calendarOf(notice);
  const at = nextWorkingTime(calendar, now, TIMES.memberEvening);
  const answer: Act = {
    id: `${about}/answer finding`,
    actor: receiver,
    act: 'answer finding',
    subject: { page: link.path },
    at,
  };
  const isLeft = choose(ON_ANSWER, seed, 'reverse', about) === 'nothing';
  const superior = piece.inCharge(found.partyId);
  // nobody decides for himself
  if (superior === null || superior === receiver || isLeft) return [answer];
  return [
    answer,
    {
      id: `${about}/reverse`,
      actor: superior,
      act: 'reverse',
      subject: { as: roleOf(superior, piece), finding: link.subject },
      at: nextWorkingTime(calendar, at, TIMES.chair),
    },
  ];
}
