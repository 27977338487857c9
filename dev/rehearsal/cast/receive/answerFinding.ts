import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { ANSWERS_FINDING, CHAIR_ON_ANSWER } from '../weights.ts';
import type { LetterFacts, Piece } from './facts.ts';
import { nextWorkingTime } from './moments.ts';

/** The person found answers now and then, in the evening; the chair, who reads it on the next working day, reverses some. */
export function answerFinding(
  { receiver, owed, links, now }: LetterFacts,
  { seed, notice, chair }: Piece,
): Act[] {
  const about = owed.map(({ obligationId }) => obligationId).sort()[0];
  const link = links.find(({ to }) => to === 'finding');
  if (about === undefined || link === undefined) return [];
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
  const isLeft = choose(CHAIR_ON_ANSWER, seed, 'reverse', about) === 'nothing';
  // nobody decides for himself
  if (chair === null || chair === receiver || isLeft) return [answer];
  return [
    answer,
    {
      id: `${about}/reverse`,
      actor: chair,
      act: 'reverse',
      subject: { finding: link.subject },
      at: nextWorkingTime(calendar, at, TIMES.chair),
    },
  ];
}
