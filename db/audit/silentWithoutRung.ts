import type { Queryable } from '../pool.ts';
import { idsOf } from './check.ts';

/** Rungs that were taken for a schedule and not for a silent obligation on it, though nothing was doubted, settled or told before. */
export const silentWithoutRung = (
  queryable: Queryable,
  { noticeId }: { noticeId: string },
): Promise<string[]> => idsOf(queryable, MISSING, [noticeId]);

const MISSING = `
select o.id || ' ' || (t.rung ->> 'id') as id
from obligation o join schedule_step t on t.schedule_id = o.schedule_id and t.kind = 'rung' and t.done_at is not null
where o.notice_id = $1 and o.outcome = 'open'
  and not exists (select from climb c where c.obligation_id = o.id and c.rung = t.rung ->> 'id')
  and coalesce((select f.state from finding f where f.obligation_id = o.id order by f.recorded_at desc limit 1), 'recorded')
    not in ('withheld', 'reversed')
  and not exists (select from climb c where c.obligation_id = o.id and c.taken_at <= t.done_at)
order by 1`;
