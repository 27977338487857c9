import type { Instant } from '../../../../contracts/plan.ts';
import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import { addDays } from '../../../../domain/time/day.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { ANSWERS, type Answer, CHARACTERS } from '../weights.ts';
import { certify } from './certify.ts';
import { closing } from './closing.ts';
import { copiedFrom } from './copiedFrom.ts';
import { draftDigest } from './digest.ts';
import { besideDrafting, kindAtStage, stageOwed } from './drafting.ts';
import { type LetterFacts, type OwedInLetter, type Piece, roleOf } from './facts.ts';
import { groupOwed, type OwedGroup } from './groupOwed.ts';
import { mayBeNothing } from './mayBeNothing.ts';
import {
  nextWorkingTime,
  pick,
  timesAfterLock,
  timesBeforeDue,
  timesBeforeLock,
} from './moments.ts';
import { movingSession } from './movingSession.ts';
import { recordingSplit } from './recordingSplit.ts';
import { review } from './review.ts';

/** Whoever asks for time gets so many days more. */
const DAYS_MORE = 3;

/** What somebody does who is asked for something: reports, mostly; the office certifies, or writes its own report. */
export function answerPrompt(letter: LetterFacts, piece: Piece): Act[] {
  return groupOwed(letter).flatMap((group) => {
    switch (group.deliverable) {
      case 'certificate':
        return certify(letter, piece, group);
      case 'digest':
        return draftDigest(letter, piece, group);
      default: {
        const answers = answerFor(letter, piece, group);
        return [
          ...answers,
          ...review(piece, group),
          ...closing(piece, group),
          ...besideDrafting(piece, group, letter.now),
          ...movingSession(piece, group, letter.now),
          ...recordingSplit(piece, group, answers),
        ];
      }
    }
  });
}

/** One decision for all capacities of a person: several posts have one page and one report. */
function answerFor({ receiver, now }: LetterFacts, piece: Piece, group: OwedGroup): Act[] {
  const { seed, notice } = piece;
  const { first, page, obligations } = group;
  const stage = stageOwed(notice, first)?.stage;
  const calendar = calendarOf(notice);
  const before = timesBeforeDue(piece, first, now);
  const soon = nextWorkingTime(calendar, now, TIMES.memberMorning);
  // asked too late for any of the usual times, somebody answers on the next morning
  const inTime = pick(before, seed, 'when', first.obligationId) ?? soon;
  const copyOf = copiedFrom(piece, receiver, first);
  const handIn = (at: Instant, version = 1, kind: 'report' | 'nothing' = 'report'): Act => ({
    id: `${first.obligationId}/hand in/${version}`,
    actor: receiver,
    act: 'hand in',
    subject: {
      page,
      kind: kindAtStage(piece, first, kind),
      version,
      obligations,
      ...(copyOf !== undefined && { copyOf }),
      ...(stage?.kind === 'absorb' && { alone: true }),
      ...(stage?.kind === 'consult' && { isOpinion: true }),
    },
    at,
  });
  const late = () =>
    handIn(pick(timesAfterLock(piece, first, now), seed, 'how late', first.obligationId) ?? soon);

  switch (answerOf(seed, receiver, first)) {
    case 'in time':
      return [handIn(inTime)];
    case 'in time, twice': {
      const second = before.find((at) => at > inTime);
      return second === undefined ? [handIn(inTime)] : [handIn(inTime), handIn(second, 2)];
    }
    case 'nothing to report':
      return [handIn(inTime, 1, mayBeNothing(notice, first) ? 'nothing' : 'report')];
    case 'after the due time': {
      const at = pick(timesBeforeLock(piece, first, now), seed, 'after due', first.obligationId);
      return [at === undefined ? late() : handIn(at)];
    }
    case 'late':
      return [late()];
    case 'never':
      return [];
    case 'on paper':
      return onPaper(piece, receiver, group, inTime);
    case 'excused':
      return excused(piece, group, now);
    case 'asks for time':
      return asksForTime(piece, group, now);
  }
}

const answerOf = (seed: number, person: string, { obligationId }: OwedInLetter): Answer => {
  const character = choose(CHARACTERS, seed, 'character', person);
  return choose(ANSWERS[character], seed, 'answer', obligationId);
};

/** In hand at the office before the due time; the office keys it in only on the working day after the lock. */
function onPaper(
  { notice, office }: Piece,
  receiver: string,
  { first, obligations }: OwedGroup,
  receivedAt: Instant,
): Act[] {
  if (office === null) return [];
  const calendar = calendarOf(notice);
  return [
    {
      id: `${first.obligationId}/key in`,
      actor: office,
      act: 'key in',
      subject: { obligations, signedBy: receiver, receivedAt },
      at: nextWorkingTime(calendar, first.lockAt ?? first.dueAt, TIMES.keyIn),
    },
  ];
}

/** Tells the office by telephone, which enters it before the due time; where there is no such time any more, nobody does. */
function excused(
  { notice, office }: Piece,
  { first, obligations }: OwedGroup,
  now: Instant,
): Act[] {
  const at = nextWorkingTime(calendarOf(notice), now, TIMES.excuse);
  if (office === null || at >= first.dueAt) return [];
  return [
    {
      id: `${first.obligationId}/excuse`,
      actor: office,
      act: 'excuse before',
      subject: { obligations },
      at,
    },
  ];
}

function asksForTime(piece: Piece, { first, obligations }: OwedGroup, now: Instant): Act[] {
  const at = nextWorkingTime(calendarOf(piece.notice), now, TIMES.chairMorning);
  const superior = piece.inCharge(first.partyId);
  if (superior === null || at >= first.dueAt) return [];
  return [
    {
      id: `${first.obligationId}/extend`,
      actor: superior,
      act: 'extend',
      subject: {
        as: roleOf(superior, piece),
        obligations,
        dueDate: addDays(first.lastDay, DAYS_MORE),
      },
      at,
    },
  ];
}
