import type { LetterParams } from '../contracts/letters/params.ts';
import type { AmendUpdate } from '../contracts/messages.ts';
import type { Notice } from '../contracts/notice/index.ts';
import type { AmendmentFacts } from '../db/amendments/amend.ts';
import type { NewLetter } from '../db/letters/queueLetters.ts';
import { findProcess } from '../domain/notice/findProcess.ts';
import { addresseesOf, capacityTitle } from '../domain/notice/roster.ts';
import { emptyShare, lettersOfShares, type Share, sharesOf } from './movedDates.ts';

type Params = LetterParams['date-moved'];

/**
 * The letters about dates of the notice that have moved: one for each person whose open obligations move or are taken
 * off, and where a session moves also for whoever prepares its document.
 */
export function dateMovedLetters({ decisionId, at, actor, decision }: AmendUpdate) {
  return ({ before, after, moved, gone }: AmendmentFacts): NewLetter[] => {
    const shares = sharesOf(after, { moved, gone });
    const session = decision.moves === null ? null : sessionOf(before, after, decision.moves);
    if (decision.moves !== null && session !== null) {
      for (const { personId, share } of preparing(after, decision.moves)) {
        if (!shares.has(personId)) shares.set(personId, share);
      }
    }
    const by = decision.by ?? capacityTitle(after, actor.capacity);
    const said = { by, reason: decision.reason, session, paused: null };
    return lettersOfShares(after, { decisionId, at }, shares, said);
  };
}

/** The session of a drafting whose day has moved; null where the process names none or its day is as it was. */
function sessionOf(before: Notice, after: Notice, processId: string): Params['session'] {
  const old = findProcess(before, processId).process;
  const { process } = findProcess(after, processId);
  if (old.kind !== 'drafting' || process.kind !== 'drafting') return null;
  if (process.session === undefined || old.due.date === process.due.date) return null;
  return { name: process.session, from: old.due.date, to: process.due.date };
}

/** Whoever prepares a drafting's document. */
function preparing(notice: Notice, processId: string): { personId: string; share: Share }[] {
  const { process } = findProcess(notice, processId);
  if (process.kind !== 'drafting') return [];
  return addresseesOf(notice, process.by).map(({ id, name }) => ({
    personId: id,
    share: emptyShare(name, process.by),
  }));
}
