import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** One obligation that a decision or a receipt is about, with whom to tell: what its letter is composed from. */
export interface Affected {
  obligationId: string;
  processId: string;
  periodId: string;
  periodKey: string;
  partyId: string;
  /** The party's title. */
  capacity: string;
  track: string;
  deliverable: string;
  /** As the register has them now, after the decision. */
  lastDay: string;
  dueAt: Instant;
  outcome: string;
  /** Who holds the post or receives the unit's letters now; empty for a vacant post. */
  holders: { personId: string; name: string; hasAddress: boolean }[];
}

/** One whose last day a decision has moved. */
export interface Moved extends Affected {
  oldLastDay: string;
}

/** Reads what letters about these obligations say, in the order of process, period and place. */
export async function readAffected(
  queryable: Queryable,
  obligationIds: readonly string[],
  now: Instant,
): Promise<Affected[]> {
  const { rows } = await queryable.query<Affected>(
    `select o.id as "obligationId", o.process_id as "processId", o.period_id as "periodId", d.key as "periodKey",
       o.party_id as "partyId", p.title as capacity, o.track, o.deliverable, s.last_day as "lastDay", o.due_at as "dueAt",
       o.outcome, coalesce(h.holders, '[]') as holders
     from obligation o
     join period d on d.id = o.period_id
     join schedule s on s.id = o.schedule_id
     join party p on p.notice_id = o.notice_id and p.id = o.party_id
     left join lateral (
       select jsonb_agg(jsonb_build_object('personId', h.person_id, 'name', coalesce(c.name, p.title),
         'hasAddress', c.address is not null) order by h.person_id) as holders
       from holding h left join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
       where h.notice_id = o.notice_id and h.party_id = o.party_id and h.since <= $2 and (h.until is null or h.until > $2)) h on true
     where o.id = any($1) order by o.process_id, o.period_id, o.ordinal`,
    [obligationIds, now],
  );
  return rows;
}
