import type { DigestReport } from '../../contracts/digest.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

export type SourcePeriod = Omit<DigestReport, 'totals' | 'parties' | 'again'> & {
  /** obligations of which an earlier digest has had the last word; null where none has drawn on the period */
  told: string[] | null;
};

/**
 * The periods that a digest draws on: those of the source cycle that have fallen due and stand in no earlier digest of
 * this one, and those of which an earlier one left somebody open, or somebody owes in only since.
 */
export async function sourcePeriods(
  queryable: Queryable,
  query: {
    noticeId: string;
    source: string;
    digestProcess: string;
    digestPeriodId: string;
    now: Instant;
  },
): Promise<SourcePeriod[]> {
  const { rows } = await queryable.query<SourcePeriod>(SOURCES, [
    query.noticeId,
    query.source,
    query.digestProcess,
    query.digestPeriodId,
    query.now,
  ]);
  return rows;
}

// Who had more time has a certificate of his own: drawn on again, a period is certified once that is there too.
// Drafts of older releases do not say who is left open; of those it is who had more time.
const SOURCES = `
with line as (
  select r ->> 'periodId' as period_id, p ->> 'obligationId' as obligation_id,
    p ->> 'status' = 'extended' or (p -> 'open') is not distinct from 'true' as open
  from digest g join period gp on gp.id = g.period_id and gp.process_id = $3 and gp.id <> $4
  cross join jsonb_array_elements(g.draft -> 'reports') r cross join jsonb_array_elements(r -> 'parties') p
  where g.notice_id = $1),
drawn as (
  select period_id, coalesce(array_agg(obligation_id) filter (where not open), '{}') as told from line group by 1),
untold as (
  select o.period_id from obligation o
  where o.notice_id = $1 and o.process_id = $2 and o.track = 'main'
    and not exists (select from line l where l.obligation_id = o.id and not l.open)
  group by 1)
select d.id as "periodId", d.key as "periodKey", s.last_day as "lastDay", d.trial, w.told,
  coalesce(c.asked, false) and not d.trial as "asksCertificate", c.given as "certifiedAt"
from period d
join schedule s on s.period_id = d.id and s.track = 'main' and s.reason = 'plan'
left join drawn w on w.period_id = d.id
cross join lateral (
  select bool_or(o.received_at is not null or (o.outcome = 'open' and d.state <> 'paused')) as asked,
    case when w.period_id is null then min(o.received_at) when not bool_or(o.outcome = 'open') then max(o.received_at) end as given
  from obligation o where o.period_id = d.id and o.deliverable = 'certificate') c
where d.notice_id = $1 and d.process_id = $2
  and case when w.period_id is null then d.due_at <= $5 and d.state in ('open', 'paused', 'closed')
    else d.id in (select period_id from untold) end
order by d.key`;
