import type { Ladder, Notice } from '../../contracts/notice/index.ts';
import { type RungRecipient, rungRecipient, type Standing } from '../ladder/recipients.ts';
import { addresseesOf, holderOf, parties, supervisorChain } from '../notice/roster.ts';

/** Who gets what, as the notice file stands before anything starts. */
export interface PreviewRoster {
  standing: Standing;
  /** Who gets a party's own letters; the office's head where the post is vacant or has no address. */
  addressees: (partyId: string) => { person: string; insteadOf: string | null }[];
  /** Whether letters reach the party itself: otherwise its silence is never held against it and does not climb. */
  isReachable: (partyId: string) => boolean;
  /** Who gets a superior's letters: the holder or, without an address, the first of the fallback who has one. */
  superior: (positionId: string) => string | null;
  /** Where each rung of a ladder goes for one party, by the rung's id. */
  climb: (ladder: Ladder, partyId: string) => ReadonlyMap<string, RungRecipient>;
}

/** The roster of a checked notice. Whom a rung goes to is worked out once for each ladder and party. */
export function previewRoster(notice: Notice): PreviewRoster {
  const positions = new Set(notice.positions.list.map(({ id }) => id));
  const holderId = (id: string): string | null =>
    positions.has(id) ? (holderOf(notice, id)?.id ?? null) : null;
  const standing: Standing = {
    chainOf: (partyId) => supervisorChain(notice, partyId),
    personOf: holderId,
    vacant: (positionId) => holderId(positionId) === null,
    fallback: notice.roles.fallback,
  };
  const reached = new Map(
    parties(notice).map(({ id }) => [
      id,
      addresseesOf(notice, id)
        .filter(({ address }) => address !== undefined)
        .map((person) => person.id),
    ]),
  );
  const office = holderId(notice.roles.office);
  const climbs = new Map<string, ReadonlyMap<string, RungRecipient>>();
  return {
    standing,
    addressees: (partyId) => {
      const own = reached.get(partyId) ?? [];
      if (own.length > 0) return own.map((person) => ({ person, insteadOf: null }));
      return office === null ? [] : [{ person: office, insteadOf: partyId }];
    },
    isReachable: (partyId) => (reached.get(partyId) ?? []).length > 0,
    superior: (positionId) =>
      [positionId, ...notice.roles.fallback]
        .map((position) => (reached.get(position) ?? [])[0])
        .find((person) => person !== undefined) ?? null,
    climb: (ladder, partyId) => {
      const key = `${ladder.id} ${partyId}`;
      const known = climbs.get(key) ?? climbLadder(ladder, partyId, standing);
      climbs.set(key, known);
      return known;
    },
  };
}

function climbLadder(
  ladder: Ladder,
  partyId: string,
  standing: Standing,
): ReadonlyMap<string, RungRecipient> {
  const told: string[] = [];
  const climb = new Map<string, RungRecipient>();
  for (const rung of ladder.rungs) {
    const recipient = rungRecipient(partyId, rung, told, standing);
    if ('position' in recipient) told.push(recipient.position);
    climb.set(rung.id, recipient);
  }
  return climb;
}
