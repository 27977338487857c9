import type { Handling } from '../../contracts/digest.ts';
import type { Settings } from '../../contracts/notice/index.ts';
import { proposalFor, type Streak } from './streaks.ts';

/** A proposal that was made about a person before: what it rests on, and whether the chair has decided. */
export interface ProposedBefore {
  id: string;
  personId: string;
  state: 'open' | 'decided';
  missed: readonly string[];
}

/** A due time that a person has missed, with the post in which. */
export interface Miss {
  obligationId: string;
  processId: string;
  partyId: string;
  /** the post's title */
  capacity: string;
  lastDay: string;
}

/** What is newly proposed about a person, in the post of the latest miss. */
export interface NewProposal extends Omit<Miss, 'lastDay'> {
  personId: string;
  holder: string;
  missesInARow: number;
  missesInAll: number;
  missed: string[];
  /** the processes in which, each once, in the order of the misses */
  missedIn: string[];
  propose: Handling;
  /** open proposals about fewer misses of the same row, which this one takes the place of */
  replaces: string[];
}

/**
 * One proposal for each person whose latest row of misses, in whatever process, holds one that nothing was proposed about
 * yet, by the strictest rule that the row has reached. A report that came after the lock, or in another process, ends the
 * row and leaves the miss on record. Nobody is proposed about again for the very misses that were proposed before,
 * decided or not: there must be one more. A unit is nobody's person and is never among them. The most misses in a row
 * come first, then whoever the notice lists first.
 */
export function proposalsFor(
  people: readonly { personId: string; holder: string }[],
  facts: {
    streaks: ReadonlyMap<string, Streak>;
    /** by obligation: all that the rows of these people name */
    misses: ReadonlyMap<string, Miss>;
    before: readonly ProposedBefore[];
    rules: Settings['proposals'];
    /** ids of all parties, as the notice lists them */
    parties: readonly string[];
  },
): NewProposal[] {
  const places = new Map(facts.parties.map((id, place) => [id, place]));
  const placeOf = ({ partyId }: { partyId: string }): number => places.get(partyId) ?? places.size;
  const proposed = people.flatMap(({ personId, holder }): NewProposal[] => {
    const streak = facts.streaks.get(personId);
    if (streak === undefined) return [];
    const { missesInARow, missed } = streak.latestRow;
    const propose = proposalFor(missesInARow, facts.rules);
    const own = facts.before.filter((one) => one.personId === personId);
    if (propose === null || missed.every((id) => wasProposedAbout(id, missed, own))) return [];
    const misses = missed.flatMap((id) => facts.misses.get(id) ?? []);
    const latest = misses.reduce<Miss | undefined>(
      (last, one) => (last && !isLater(one, last, placeOf) ? last : one),
      undefined,
    );
    if (latest === undefined) return [];
    const { lastDay: _, ...miss } = latest;
    const missedIn = [...new Set(misses.map(({ processId }) => processId))];
    const replaces = own
      .filter(({ state, missed: fewer }) => state === 'open' && holdsAll(missed, fewer))
      .map(({ id }) => id);
    const counts = { missesInARow, missesInAll: streak.missesInAll, missed, missedIn };
    return [{ ...miss, personId, holder, ...counts, propose, replaces }];
  });
  return proposed.toSorted((a, b) => b.missesInARow - a.missesInARow || placeOf(a) - placeOf(b));
}

/** The later day; on one day the post that the notice lists first. */
const isLater = (one: Miss, last: Miss, placeOf: (miss: Miss) => number): boolean =>
  one.lastDay === last.lastDay ? placeOf(one) < placeOf(last) : one.lastDay > last.lastDay;

/** An obligation that was missed, extended and missed again stands in a row twice. */
const times = (row: readonly string[], id: string): number =>
  row.filter((one) => one === id).length;

const holdsAll = (row: readonly string[], other: readonly string[]): boolean =>
  other.every((id) => times(row, id) >= times(other, id));

const wasProposedAbout = (
  id: string,
  row: readonly string[],
  before: readonly ProposedBefore[],
): boolean => before.some(({ missed }) => times(missed, id) >= times(row, id));
