import type { DigestParty, Handling } from '../../contracts/digest.ts';
import type { Settings } from '../../contracts/notice/index.ts';
import { proposalFor, type Streak } from './streaks.ts';

/** A proposal that was made about a person before: what it rests on, and whether the chair has decided. */
export interface ProposedBefore {
  id: string;
  personId: string;
  state: 'open' | 'decided';
  missed: readonly string[];
}

/** What is newly proposed about a person. */
export interface NewProposal {
  personId: string;
  holder: string;
  partyId: string;
  capacity: string;
  /** of the latest miss */
  obligationId: string;
  missesInARow: number;
  missesInAll: number;
  missed: string[];
  propose: Handling;
  /** open proposals about fewer misses, which this one takes the place of */
  replaces: string[];
}

/**
 * One proposal for each person of these lines who is silent on record, by the strictest rule that the misses in a row
 * have reached. Nobody is proposed about again for the very misses that were proposed before, decided or not: there
 * must be one more. A unit is nobody's person and is never among them. The most misses in a row come first, then whoever
 * the notice lists first.
 */
export function proposalsFor(
  lines: readonly DigestParty[],
  facts: {
    streaks: ReadonlyMap<string, Streak>;
    before: readonly ProposedBefore[];
    rules: Settings['proposals'];
    /** ids of all parties, as the notice lists them */
    parties: readonly string[];
  },
): NewProposal[] {
  const latest = new Map(
    lines
      .filter(({ status, finding }) => status === 'missing' && finding !== 'withheld')
      .flatMap((line) => (line.personId === null ? [] : [[line.personId, line] as const])),
  );
  const proposed = [...latest].flatMap(([personId, line]) => {
    const streak = facts.streaks.get(personId);
    if (streak === undefined) return [];
    const { missesInARow, missesInAll, missed } = streak;
    const propose = proposalFor(missesInARow, facts.rules);
    const own = facts.before.filter((one) => one.personId === personId);
    const proposedAbout = new Set(own.flatMap((one) => one.missed));
    if (propose === null || missed.every((id) => proposedAbout.has(id))) return [];
    const { holder, partyId, title: capacity, obligationId } = line;
    const replaces = own.filter(({ state }) => state === 'open').map(({ id }) => id);
    const counts = { missesInARow, missesInAll, missed };
    return [{ personId, holder, partyId, capacity, obligationId, ...counts, propose, replaces }];
  });
  const places = new Map(facts.parties.map((id, place) => [id, place]));
  const placeOf = ({ partyId }: NewProposal): number => places.get(partyId) ?? places.size;
  return proposed.toSorted((a, b) => b.missesInARow - a.missesInARow || placeOf(a) - placeOf(b));
}
