import type { Queryable } from '../pool.ts';
import { idsOf } from './check.ts';

/** Findings that stand although the report was in hand in time. */
export const findingsAgainstReports = (
  queryable: Queryable,
  { noticeId }: { noticeId: string },
): Promise<string[]> => idsOf(queryable, WRONG, [noticeId]);

const WRONG = `
select f.obligation_id as id from finding f join obligation o on o.id = f.obligation_id
where f.notice_id = $1 and f.state in ('recorded', 'released') and o.received_at < f.due_at order by 1`;
