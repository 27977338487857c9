import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** One person's (or the office's, in place of nobody) open obligations on a schedule: what one letter is about. */
export interface Duty {
  personId: string;
  name: string;
  owed: { obligationId: string; capacity: string; partyId: string }[];
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
  ]);
  return rows;
}

const DUTIES = `
with open as (
  select o.id, o.ordinal, o.party_id, p.title, h.person_id, c.address
  from obligation o
  join party p on p.notice_id = o.notice_id and p.id = o.party_id
  left join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id and h.since <= $4 and (h.until is null or h.until > $4)
  left join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
  where o.schedule_id = $1 and o.outcome = 'open'),
addressed as (
  select ordinal, id, party_id, title,
    case when address is not null then person_id else $6::text end as person_id,
    case when address is null then title end as instead_of
  from open),
grouped as (
  select person_id, instead_of, min(ordinal) as leader,
    jsonb_agg(distinct jsonb_build_object('obligationId', id, 'capacity', title, 'partyId', party_id)) as owed
  from addressed where person_id is not null group by person_id, instead_of)
select g.person_id as "personId", c.name, g.owed, g.instead_of as "insteadOf"
from grouped g
join person_contact c on c.notice_id = $5 and c.person_id = g.person_id
where g.leader between $2 and $3 order by g.leader`;
