import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** The parties that a person holds at an instant: posts, and units whose letters the person receives. */
export async function partiesHeld(
  queryable: Queryable,
  noticeId: string,
  personId: string,
  now: Instant,
): Promise<{ id: string; kind: 'position' | 'unit'; title: string }[]> {
  const { rows } = await queryable.query<{ id: string; kind: 'position' | 'unit'; title: string }>(
    `select distinct p.id, p.kind, p.title from holding h join party p on p.notice_id = h.notice_id and p.id = h.party_id
     where h.notice_id = $1 and h.person_id = $2 and h.since <= $3 and (h.until is null or h.until > $3) order by p.id`,
    [noticeId, personId, now],
  );
  return rows;
}

/** The parties that stand under a person at an instant, at whatever depth. */
export async function partiesUnder(
  queryable: Queryable,
  noticeId: string,
  personId: string,
  now: Instant,
): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>(
    `with recursive below as (
       select s.party_id from supervision s
       join holding h on h.notice_id = s.notice_id and h.party_id = s.supervisor_id and h.person_id = $2
         and h.since <= $3 and (h.until is null or h.until > $3)
       where s.notice_id = $1 and s.since <= $3 and (s.until is null or s.until > $3)
       union
       select s.party_id from supervision s join below b on b.party_id = s.supervisor_id
       where s.notice_id = $1 and s.since <= $3 and (s.until is null or s.until > $3))
     select party_id as id from below order by 1`,
    [noticeId, personId, now],
  );
  return rows.map(({ id }) => id);
}

/**
 * The parties that stand under nobody yet, whose silence a rung has told to a position that a person holds, and that
 * are silent still: whoever was told in a deputy's place may look at the case.
 */
export async function partiesToldOf(
  queryable: Queryable,
  noticeId: string,
  personId: string,
  now: Instant,
): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>(
    `select distinct o.party_id as id from climb c
     join holding h on h.notice_id = c.notice_id and h.party_id = c.recipient_id and h.person_id = $2
       and h.since <= $3 and (h.until is null or h.until > $3)
     join obligation o on o.id = c.obligation_id and o.outcome = 'open'
     where c.notice_id = $1 and c.stopped_at is null and not exists (
       select from supervision s where s.notice_id = c.notice_id and s.party_id = o.party_id
         and s.since <= $3 and (s.until is null or s.until > $3)) order by 1`,
    [noticeId, personId, now],
  );
  return rows.map(({ id }) => id);
}
