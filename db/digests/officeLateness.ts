import type { OfficeLateness } from '../../contracts/digest.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { CAME_LATE } from '../reading/statusColumn.ts';

/** One thing that the office owed, with where it stands in the notice. */
export type OfficeLatenessRow = Omit<OfficeLateness, 'title' | 'what'> & {
  processId: string;
  deliverable: string;
};

/**
 * What the office itself owed and did late, still owes, or owed beyond its due time until a decision from above took it
 * off: its own lateness stands in every record. What was found late before it was extended or excused stays late, by the
 * due time that it was found against; a finding reversed as a mistake is none.
 */
export async function officeLateness(
  queryable: Queryable,
  query: { noticeId: string; officePosition: string; now: Instant },
): Promise<OfficeLatenessRow[]> {
  const { rows } = await queryable.query<OfficeLatenessRow>(LATE, [
    query.noticeId,
    query.officePosition,
    query.now,
  ]);
  return rows;
}

// An excuse after the due time withdraws the finding, and so does skipping or merging the period: it was made rightly.
const FOUND = `
select min(f.due_at) as due_at from finding f left join decision x on x.id = f.decision_id
where f.obligation_id = o.id and (f.state in ('recorded', 'released')
  or f.state = 'reversed' and x.kind in ('excuse', 'skip-period', 'merge-period'))`;

// Closed with its due time inside a pause, which would have moved it, it was not late.
const STOOD_STILL = `
coalesce((select q.kind = 'pause' from decision q
  where q.notice_id = o.notice_id and q.subject = o.notice_id || '/' || o.process_id
    and q.kind in ('pause', 'resume') and q.at < l.due_at
  order by q.at desc limit 1), false)`;

const LATE = `
select o.process_id as "processId", o.deliverable, d.key as "periodKey", l.due_at as "dueAt", o.received_at as "doneAt",
  case when o.closed_as is not null then jsonb_build_object('as', o.closed_as,
    'at', to_char(o.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as closed
from obligation o join period d on d.id = o.period_id
join process r on r.notice_id = o.notice_id and r.id = o.process_id
left join lateral (${FOUND}) f on true
cross join lateral (select coalesce(f.due_at, o.due_at) as due_at) l
where o.notice_id = $1 and o.party_id = $2 and not d.trial and not o.never_late and case
  when o.closed_as in ('excused', 'cancelled', 'merged', 'reassigned') then
    f.due_at is not null or (o.closed_at >= o.due_at and not ${STOOD_STILL})
  when o.closed_as is not null then false
  when o.received_at is not null then ${CAME_LATE}
  else f.due_at is not null or ($3 >= o.due_at and not (d.state = 'paused' or r.state = 'paused'))
end
order by l.due_at, o.id`;
