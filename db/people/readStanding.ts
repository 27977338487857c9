import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** Who holds what and stands under whom at one instant: looked up when a rung fires, never remembered. */
export interface StandingNow {
  /** Positions above a party, nearest first. */
  chainOf(partyId: string): string[];
  /** The holder of a position; null for a vacant post and for a unit. */
  personOf(partyId: string): string | null;
  vacant(positionId: string): boolean;
  titleOf(partyId: string): string;
  /** Name and whether there is an address; undefined for somebody erased or unknown. */
  contactOf(personId: string): { name: string; hasAddress: boolean } | undefined;
}

/**
 * Reads a notice's posts, holders and supervision as they stand at `now`.
 * @param only the parties that are asked about beside the positions, since a step over a batch needs no other of
 *   thousands of units; contacts are then those of the holders among them. Without it all parties and contacts.
 */
export async function readStanding(
  queryable: Queryable,
  noticeId: string,
  now: Instant,
  only?: { parties: readonly string[] },
): Promise<StandingNow> {
  const parties = await queryable.query<{
    id: string;
    title: string;
    person: string | null;
    supervisor: string | null;
  }>(
    `select p.id, p.title, h.person_id as person, s.supervisor_id as supervisor
     from party p
     left join holding h on h.notice_id = p.notice_id and h.party_id = p.id and h.sole and h.since <= $2 and (h.until is null or h.until > $2)
     left join supervision s on s.notice_id = p.notice_id and s.party_id = p.id and s.since <= $2 and (s.until is null or s.until > $2)
     where p.notice_id = $1 and ($3::text[] is null or p.kind = 'position' or p.id = any($3))`,
    [noticeId, now, only?.parties ?? null],
  );
  const contacts = await queryable.query<{ person_id: string; name: string; has_address: boolean }>(
    `select person_id, name, address is not null as has_address from person_contact
     where notice_id = $1 and ($2::text[] is null or person_id = any($2))`,
    [noticeId, only ? parties.rows.flatMap(({ person }) => person ?? []) : null],
  );
  const byId = new Map(parties.rows.map((row) => [row.id, row]));
  const contactById = new Map(contacts.rows.map((row) => [row.person_id, row]));
  const personOf = (partyId: string) => byId.get(partyId)?.person ?? null;
  return {
    chainOf(partyId) {
      const chain: string[] = [];
      let above = byId.get(partyId)?.supervisor ?? null;
      while (above !== null && !chain.includes(above)) {
        chain.push(above);
        above = byId.get(above)?.supervisor ?? null;
      }
      return chain;
    },
    personOf,
    vacant: (positionId) => personOf(positionId) === null,
    titleOf: (partyId) => byId.get(partyId)?.title ?? partyId,
    contactOf(personId) {
      const contact = contactById.get(personId);
      return contact && { name: contact.name, hasAddress: contact.has_address };
    },
  };
}
