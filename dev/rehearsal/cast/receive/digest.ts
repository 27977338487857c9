import type { Instant } from '../../../../contracts/plan.ts';
import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { DIGESTS } from '../weights.ts';
import type { LetterFacts, Piece } from './facts.ts';
import type { OwedGroup } from './groupOwed.ts';
import { nextWorkingTime, workingDaysLater } from './moments.ts';

/** The office reads the draft of its own report, writes into it where it has something to say, and releases it. */
export function draftDigest(
  { receiver, now }: LetterFacts,
  { seed, notice }: Piece,
  { first }: OwedGroup,
): Act[] {
  const calendar = calendarOf(notice);
  const choice = choose(DIGESTS, seed, 'digest', first.obligationId);
  const [soon, afternoon] = [TIMES.digestSoon, TIMES.digest].map((time) =>
    nextWorkingTime(calendar, now, time),
  ) as [Instant, Instant];
  const inTime = afternoon < first.dueAt ? afternoon : soon;
  const at =
    choice === 'release the next day'
      ? workingDaysLater(calendar, calendar.at(calendar.dayOf(inTime), TIMES.digestLate), 1)
      : inTime;
  const { processId: process, periodKey } = first;
  return [
    {
      id: `${first.obligationId}/digest`,
      actor: receiver,
      act: 'digest',
      subject: { process, periodKey, edit: choice === 'edit and release' },
      at,
    },
  ];
}
