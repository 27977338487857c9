import type { Rung } from '../../contracts/notice/index.ts';

/**
 * Who stands where when a rung fires: holders and supervisors are looked up then, so these are functions over
 * the notice as it is at that moment.
 */
export interface Standing {
  /** Positions above a party, nearest first; empty where nobody has it in charge. */
  chainOf: (partyId: string) => readonly string[];
  /** The person who holds a position; null for a unit and for a vacant post. */
  personOf: (partyId: string) => string | null;
  vacant: (positionId: string) => boolean;
  /** Who gets a rung that has no recipient, in this order. */
  fallback: readonly string[];
}

export type RungRecipient =
  | { position: string; why: 'supervisor' | 'named' | 'next-up' | 'fallback' }
  | { skip: 'already-told' | 'nobody' };

/**
 * The position that one rung of one party's ladder goes to (the domain's "Escalation").
 *
 * Nobody supervises himself and no person is told twice for one party: the ladder goes on upwards to the next
 * different person. A level that does not exist yet goes to the position that the rung names for that (clause 2: a
 * unit stands under a deputy only once the split is signed), a vacant post or a level without such a position to the
 * fallback. `alreadyTold` are the positions that earlier rungs of this obligation went to. Everybody who could be told
 * knows already: `already-told`. `nobody` only where the fallback itself is vacant or is the party.
 */
export function rungRecipient(
  partyId: string,
  rung: Rung,
  alreadyTold: readonly string[],
  standing: Standing,
): RungRecipient {
  const { chainOf, personOf, vacant, fallback } = standing;
  const isSame = (a: string, b: string): boolean =>
    a === b || (personOf(a) !== null && personOf(a) === personOf(b));
  const isSelf = (position: string): boolean => isSame(position, partyId);
  const isTold = (position: string): boolean =>
    alreadyTold.some((other) => isSame(position, other));

  const above = chainOf(partyId);
  const named = namedBy(rung, above.length);
  const line = named === undefined ? above : [named, ...chainOf(named)];
  const candidates =
    'supervisor' in rung.to && named === undefined ? line.slice(rung.to.supervisor - 1) : line;
  for (const [place, position] of candidates.entries()) {
    if (vacant(position)) break;
    if (isTold(position) || isSelf(position)) continue;
    if (place > 0) return { position, why: 'next-up' };
    return { position, why: named === undefined ? 'supervisor' : 'named' };
  }
  // where everybody above knows already, the office need not be told that they do
  if (line.some(isTold) && line.every((each) => isTold(each) || isSelf(each))) {
    return { skip: 'already-told' };
  }
  const open = fallback.filter((position) => !vacant(position) && !isSelf(position));
  const position = open.find((each) => !isTold(each));
  if (position !== undefined) return { position, why: 'fallback' };
  return { skip: open.length > 0 ? 'already-told' : 'nobody' };
}

/** The position that a rung names for a party with so many levels above it; undefined where it goes to a supervisor. */
function namedBy({ to }: Rung, levels: number): string | undefined {
  if ('position' in to) return to.position;
  return levels < to.supervisor ? to.otherwise : undefined;
}

/** Who stands where when the daily round writes its letters. */
export interface RoundStanding extends Pick<Standing, 'chainOf' | 'personOf' | 'fallback'> {
  /** whether mail can reach the person */
  canReach: (personId: string) => boolean;
}

/**
 * The person whom the daily round tells of a rung: the holder of the position that it went to. Posts may have changed
 * hands since: nobody is told about himself, so it goes on upwards to the next different person; whom no mail reaches,
 * and a post that is vacant by now, the fallback stands in for. Null where nobody is left.
 *
 * @param silent the party that owes, and who held it when it fell due
 */
export function roundReceiver(
  silent: { partyId: string; personId: string | null },
  recipient: string,
  standing: RoundStanding,
): string | null {
  const { chainOf, personOf, canReach, fallback } = standing;
  const own = new Set([silent.personId, personOf(silent.partyId)]);
  own.delete(null);
  const isSelf = (position: string): boolean =>
    position === silent.partyId || own.has(personOf(position));
  const line = [recipient, ...chainOf(recipient)];
  const first = line.find((position) => !isSelf(position));
  for (const position of [...(first === undefined ? [] : [first]), ...fallback]) {
    const person = personOf(position);
    if (person !== null && !isSelf(position) && canReach(person)) return person;
  }
  return null;
}
