import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** A party that has not done something it owes in a process, with the last day of each turn of it. */
export interface LeftOpenRow {
  processId: string;
  title: string;
  /** who holds the post now; empty for a unit and a vacant post */
  holder: string;
  lastDays: string[];
}

/**
 * What is open when nothing is told of it any more: reports, returns and documents, each party once for a process. Trial
 * periods and what need not come are left out, and so is the office's own word, which the digest tells of apart.
 */
export async function leftOpen(
  queryable: Queryable,
  query: { noticeId: string; now: Instant },
): Promise<LeftOpenRow[]> {
  const { rows } = await queryable.query<LeftOpenRow>(LEFT_OPEN, [query.noticeId, query.now]);
  return rows;
}

const LEFT_OPEN = `
select o.process_id as "processId", p.title, coalesce(c.name, '') as holder,
  array_agg(s.last_day::text order by s.last_day, o.id) as "lastDays"
from obligation o
join period d on d.id = o.period_id and not d.trial
join schedule s on s.id = o.schedule_id
join party p on p.notice_id = o.notice_id and p.id = o.party_id
left join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id and h.sole
  and h.since <= $2 and (h.until is null or h.until > $2)
left join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
where o.notice_id = $1 and o.outcome = 'open' and not o.never_late and o.deliverable not in ('certificate', 'digest')
group by o.process_id, o.party_id, p.title, c.name
order by o.process_id, min(o.ordinal), o.party_id`;
