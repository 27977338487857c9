import type { LetterParams } from '../contracts/letters/params.ts';
import type { Notice } from '../contracts/notice/index.ts';
import type { Instant } from '../contracts/plan.ts';
import type { Affected, Moved } from '../db/decisions/affected.ts';
import type { NewLetter } from '../db/letters/queueLetters.ts';
import { spokenOf } from '../domain/drafting/spokenOf.ts';
import { addresseeOf, matterOf, noticeHead } from '../domain/notice/letterFacts.ts';
import { calendarBeyondTables } from '../domain/plan/calendarOf.ts';
import { composeLetter } from '../letters/compose/composeLetter.ts';

type Params = LetterParams['date-moved'];

/** What one person is told of dates that have moved. */
export interface Share {
  name: string;
  partyId: string;
  moved: Params['moved'];
  gone: Params['gone'];
  obligations: string[];
}

/** Each person's share of what has moved, and of what is no longer owed. */
export function sharesOf(
  notice: Notice,
  { moved, gone }: { moved: Moved[]; gone: Affected[] },
): Map<string, Share> {
  const shares = new Map<string, Share>();
  for (const item of moved) {
    const { obligationId, capacity, periodKey, oldLastDay, lastDay, dueAt } = item;
    const deliverable = spokenOf(notice, item);
    const owed = { obligationId, capacity };
    const matter = matterOf(notice, item.processId, item.deliverable);
    const told = { matter, owed, deliverable, periodKey, oldLastDay, lastDay, dueAt };
    for (const share of holdersShares(shares, item)) share.moved.push(told);
  }
  for (const item of gone) {
    const { capacity, periodKey, lastDay } = item;
    const matter = matterOf(notice, item.processId, item.deliverable);
    const deliverable = spokenOf(notice, item);
    for (const share of holdersShares(shares, item)) {
      share.gone.push({ matter, capacity, deliverable, periodKey, lastDay });
    }
  }
  return shares;
}

/** The shares of everybody who holds the party of an item, with the item noted. */
function holdersShares(shares: Map<string, Share>, item: Affected): Share[] {
  return item.holders.map(({ personId, name }) => {
    const share = shares.get(personId) ?? emptyShare(name, item.partyId);
    share.obligations.push(item.obligationId);
    shares.set(personId, share);
    return share;
  });
}

export const emptyShare = (name: string, partyId: string): Share => ({
  name,
  partyId,
  moved: [],
  gone: [],
  obligations: [],
});

/** One letter for each share. */
export function lettersOfShares(
  notice: Notice,
  decided: { decisionId: string; at: Instant },
  shares: Map<string, Share>,
  said: Pick<Params, 'by' | 'reason' | 'session' | 'paused'>,
): NewLetter[] {
  return [...shares].map(([personId, { name, partyId, obligations, moved, gone }]) => ({
    key: `date-moved/${decided.decisionId}/${personId}`,
    kind: 'date-moved',
    personId,
    periodId: null,
    obligations,
    notBefore: calendarBeyondTables(notice).deferToOffice(decided.at),
    document: composeLetter(
      'date-moved',
      { to: name, addressee: addresseeOf(notice, partyId), ...said, moved, gone },
      noticeHead(notice),
    ),
  }));
}
