import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** One person's (or the office's, in place of nobody) open obligations on a schedule: what one letter is about. */
export interface Duty {
  personId: string;
  name: string;
  owed: { obligationId: string; capacity: string; partyId: string }[];
  /** A unit's mailbox is not a person, and no letter calls it one. */
  isUnit: boolean;
  /** The party's title where the letter goes to the office because the post is vacant or has no address. */
  insteadOf: string | null;
}

export interface DutiesQuery {
  noticeId: string;
  scheduleId: string;
  from: number;
  to: number;
  now: Instant;
  /** The person at the head of the office, for posts without a holder or an address. */
  officePerson: string | null;
  /** only those of these people, and of these posts in whose place the office is written to; everybody unless given */
  only?: { people: readonly string[]; parties: readonly string[] };
}

/**
 * The people to write to for a batch: each once for all capacities on this schedule, at the lowest ordinal among
 * them, so that two batches never write to one person twice.
 */
export async function dutiesAt(queryable: Queryable, query: DutiesQuery): Promise<Duty[]> {
  const { rows } = await queryable.query<Duty>(DUTIES, [
    query.scheduleId,
    query.from,
    query.to,
    query.now,
    query.noticeId,
    query.officePerson,
    query.only?.people ?? null,
    query.only?.parties ?? null,
  ]);
  return rows;
}

// What else the batch's people owe is looked up by person and unique key, never by reading the whole schedule:
// `offset 0` keeps that lookup whole, whatever the planner knows of a table that was filled a moment ago.
const DUTIES = `
with batch as (
  select o.id, o.ordinal, o.period_id, o.track, o.party_id, p.title, h.person_id, c.address is not null as reached
  from obligation o
  join party p on p.notice_id = o.notice_id and p.id = o.party_id
  left join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id and h.since <= $4 and (h.until is null or h.until > $4)
  left join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
  where o.schedule_id = $1 and o.ordinal between $2 and $3 and o.outcome = 'open'
    and ($7::text[] is null or o.party_id = any($8::text[])
      or o.party_id in (select w.party_id from holding w where w.notice_id = $5 and w.person_id = any($7)))),
of_people as (
  select h.person_id, null as instead_of, o.ordinal, o.id, o.party_id, p.title, p.kind = 'unit' as is_unit
  from (select distinct person_id, period_id, track from batch where reached) b
  join holding h on h.notice_id = $5 and h.person_id = b.person_id and h.since <= $4 and (h.until is null or h.until > $4)
  join lateral (
    select * from obligation where period_id = b.period_id and track = b.track and party_id = h.party_id offset 0) o
    on o.schedule_id = $1 and o.outcome = 'open'
  join party p on p.notice_id = $5 and p.id = o.party_id),
for_nobody as (
  select $6::text as person_id, title as instead_of, ordinal, id, party_id, title, false as is_unit
  from batch where not reached and $6 is not null),
grouped as (
  select person_id, instead_of, min(ordinal) as leader, bool_or(is_unit) as is_unit,
    jsonb_agg(jsonb_build_object('obligationId', id, 'capacity', title, 'partyId', party_id) order by ordinal) as owed
  from (select * from of_people union select * from for_nobody) owing
  group by person_id, instead_of, case when instead_of is not null then party_id end)
select g.person_id as "personId", c.name, g.owed, g.instead_of as "insteadOf", g.is_unit as "isUnit"
from grouped g
join person_contact c on c.notice_id = $5 and c.person_id = g.person_id
where g.leader between $2 and $3 order by g.leader`;
