import type { ReasonUpdate } from '../contracts/messages.ts';
import type { Notice } from '../contracts/notice/index.ts';
import type { Instant } from '../contracts/plan.ts';
import type { NewLetter } from '../db/letters/queueLetters.ts';
import { calendarOf } from '../domain/plan/calendarOf.ts';
import { decidedBy, lettersOfShares, type Moved, sharesOf } from './movedDates.ts';

/** The letters after a pause: one for each person whose open obligations it has moved, with each old day beside the new. */
export function resumedLetters(notice: Notice, { decisionId, at, actor, decision }: ReasonUpdate) {
  return ({ moved, pausedAt }: { moved: Moved[]; pausedAt: Instant }): NewLetter[] => {
    const { dayOf } = calendarOf(notice);
    const paused = { from: dayOf(pausedAt), until: dayOf(at) };
    const said = { by: decidedBy(notice, actor), reason: decision.reason, session: null, paused };
    return lettersOfShares(notice, { decisionId, at }, sharesOf(notice, { moved, gone: [] }), said);
  };
}
