import type { Queryable } from '../pool.ts';
import { idsOf } from './check.ts';

/**
 * Silent obligations whose lock was taken, or whose period was closed after it, and about which nothing was recorded:
 * no finding about their due time, not even a withheld one.
 */
export const silentWithoutFinding = (
  queryable: Queryable,
  { noticeId }: { noticeId: string },
): Promise<string[]> => idsOf(queryable, SILENT, [noticeId]);

const SILENT = `
select o.id
from obligation o
join period d on d.id = o.period_id
join schedule_step t on t.schedule_id = o.schedule_id and t.kind = 'lock'
where o.notice_id = $1 and o.outcome = 'open' and (t.done_at is not null or d.state = 'closed')
  and not exists (select from finding f where f.obligation_id = o.id and f.due_at = o.due_at)
order by 1`;
