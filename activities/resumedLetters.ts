import type { ReasonUpdate } from '../contracts/messages.ts';
import type { Notice } from '../contracts/notice/index.ts';
import type { MovedFacts } from '../db/decisions/tellMoved.ts';
import type { NewLetter } from '../db/letters/queueLetters.ts';
import { capacityTitle } from '../domain/notice/roster.ts';
import { calendarOf } from '../domain/plan/calendarOf.ts';
import { lettersOfShares, sharesOf } from './movedDates.ts';

/** The letters after a pause: one for each person whose open obligations it has moved, with each old day beside the new. */
export function resumedLetters(notice: Notice, { decisionId, at, actor, decision }: ReasonUpdate) {
  return ({ moved, pausedAt }: MovedFacts): NewLetter[] => {
    const { dayOf } = calendarOf(notice);
    const paused = { from: dayOf(pausedAt), until: dayOf(at) };
    const said = {
      by: capacityTitle(notice, actor.capacity),
      reason: decision.reason,
      session: null,
      paused,
    };
    return lettersOfShares(notice, { decisionId, at }, sharesOf(notice, { moved, gone: [] }), said);
  };
}
