import { idsOf, LATE_AFTER_MINUTES, type RegisterCheck } from './check.ts';

/**
 * Open obligations past their lock that the lock has not come to, although nothing keeps it back: no certificate is
 * missing, the period is not paused, and nothing was found. A trial period may have no lock at all.
 */
export const locksNotTaken: RegisterCheck = (queryable, { noticeId, now }) =>
  idsOf(queryable, LATE, [noticeId, now, LATE_AFTER_MINUTES]);

const LATE = `
select o.id
from obligation o
join period d on d.id = o.period_id and d.state = 'open'
left join schedule_step t on t.schedule_id = o.schedule_id and t.kind = 'lock'
where o.notice_id = $1 and o.outcome = 'open'
  and (t.key is not null or not d.trial) and t.done_at is null
  and coalesce(t.at, o.lock_at) < $2::timestamptz - make_interval(mins => $3)
  and not exists (select from finding f where f.obligation_id = o.id and f.due_at = o.due_at)
  and not (o.track = 'main' and exists (
    select from obligation c join schedule s on s.id = c.schedule_id
    where c.period_id = o.period_id and c.deliverable = 'certificate' and c.outcome = 'open' and s.certifies_from >= o.due_at))
order by 1`;
