import type { LetterParams } from '../contracts/letters.ts';
import type { AmendUpdate } from '../contracts/messages.ts';
import type { Notice } from '../contracts/notice/index.ts';
import type { AmendmentFacts } from '../db/amendments/amend.ts';
import type { Affected } from '../db/decisions/affected.ts';
import type { NewLetter } from '../db/letters/queueLetters.ts';
import { spokenOf } from '../domain/drafting/spokenOf.ts';
import { findProcess } from '../domain/notice/findProcess.ts';
import { addresseeOf, matterOf, noticeHead } from '../domain/notice/letterFacts.ts';
import { addresseesOf, partyTitle } from '../domain/notice/roster.ts';
import { calendarOf } from '../domain/plan/calendarOf.ts';
import { composeLetter } from '../letters/compose/composeLetter.ts';

type Params = LetterParams['date-moved'];

/** One person's share of what an amendment moves or takes off. */
interface Share {
  name: string;
  partyId: string;
  moved: Params['moved'];
  gone: Params['gone'];
  obligations: string[];
}

/**
 * The letters about dates of the notice that have moved: one for each person whose open obligations move or are taken
 * off, and where a session moves also for whoever prepares its document.
 */
export function dateMovedLetters({ decisionId, at, actor, decision }: AmendUpdate) {
  return ({ before, after, moved, gone }: AmendmentFacts): NewLetter[] => {
    const shares = new Map<string, Share>();
    for (const item of moved) {
      const { obligationId, capacity, periodKey, oldLastDay, lastDay, dueAt } = item;
      const deliverable = spokenOf(after, item);
      const owed = { obligationId, capacity };
      const matter = matterOf(after, item.processId, item.deliverable);
      const told = { matter, owed, deliverable, periodKey, oldLastDay, lastDay, dueAt };
      for (const share of sharesOf(shares, item)) share.moved.push(told);
    }
    for (const item of gone) {
      const { capacity, periodKey, lastDay } = item;
      const matter = matterOf(after, item.processId, item.deliverable);
      const deliverable = spokenOf(after, item);
      for (const share of sharesOf(shares, item)) {
        share.gone.push({ matter, capacity, deliverable, periodKey, lastDay });
      }
    }
    const session = decision.moves === null ? null : sessionOf(before, after, decision.moves);
    if (decision.moves !== null && session !== null) {
      for (const { personId, share } of preparing(after, decision.moves)) {
        if (!shares.has(personId)) shares.set(personId, share);
      }
    }
    const by = decision.by ?? titleOf(after, actor.capacity);
    return [...shares].map(([personId, { name, partyId, obligations, ...told }]) => ({
      key: `date-moved/${decisionId}/${personId}`,
      kind: 'date-moved',
      personId,
      periodId: null,
      obligations,
      notBefore: calendarOf(after).deferToOffice(at),
      document: composeLetter(
        'date-moved',
        {
          to: name,
          addressee: addresseeOf(after, partyId),
          by,
          reason: decision.reason,
          session,
          moved: told.moved,
          gone: told.gone,
        },
        noticeHead(after),
      ),
    }));
  };
}

/** The shares of everybody who holds the party of an item, with the item noted. */
function sharesOf(shares: Map<string, Share>, item: Affected): Share[] {
  return item.holders.map(({ personId, name }) => {
    const share = shares.get(personId) ?? emptyShare(name, item.partyId);
    share.obligations.push(item.obligationId);
    shares.set(personId, share);
    return share;
  });
}

const emptyShare = (name: string, partyId: string): Share => ({
  name,
  partyId,
  moved: [],
  gone: [],
  obligations: [],
});

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

/** A position's title; a role's own word where it is none. */
function titleOf(notice: Notice, capacity: string): string {
  return notice.positions.list.some(({ id }) => id === capacity)
    ? partyTitle(notice, capacity)
    : capacity;
}
