import type { Queryable } from '../pool.ts';
import { idsOf } from './check.ts';

/** Counters of periods that differ from a recount of their obligations, all of them: 100 ms at 100,000 obligations. */
export const differingCounters = (
  queryable: Queryable,
  { noticeId }: { noticeId: string },
): Promise<string[]> => idsOf(queryable, DIFFERING, [noticeId]);

const DIFFERING = `
with recounted as (
  select o.period_id, o.track, o.outcome, count(*)::int as n from obligation o where o.notice_id = $1 group by 1, 2, 3),
kept as (
  select c.* from period_counter c join period d on d.id = c.period_id where d.notice_id = $1 and c.n > 0)
select coalesce(r.period_id, k.period_id) || ' ' || coalesce(r.track, k.track) || ' ' || coalesce(r.outcome, k.outcome) as id
from recounted r full join kept k using (period_id, track, outcome)
where r.n is distinct from k.n order by 1`;
