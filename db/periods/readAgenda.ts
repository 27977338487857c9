import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Agenda, AgendaStep, Batch } from '../../contracts/messages.ts';
import type { Queryable } from '../pool.ts';

/** How many obligations one batch activity works through at least, so that a few are not cut into crumbs. */
const LEAST_IN_BATCH = 250;

/** How many batches a step is cut into at most: enough for all lanes, and no more history for ten times the people. */
const MOST_BATCHES = 20;

interface StepRow {
  schedule_id: string;
  key: string;
  kind: AgendaStep['kind'];
  at: string;
  rung: AgendaStep['rung'];
  ready: boolean;
  missed: boolean;
  batches: Batch[] | null;
}

/**
 * What a period still has before it, in order. Steps at which no open obligation is left are left out: a submission,
 * an excuse or a cancellation stops all that is to come. A lock waits for a certificate
 * not older than its reports' due time where one is asked for, a rung
 * for the steps before it on its own ladder, and the call to a campaign's peak for the campaign's document. Where
 * guidance goes out first, the prompt waits until it is there, at the latest until its lock or the first reminder: an
 * office that is late leaves nobody unasked. What is owed once and for all (a collection, a document that is not
 * optional) stays open until all of it is in, and a collection closes as soon as it is, once everything has been
 * reviewed.
 */
export async function readAgenda(queryable: Queryable, periodId: string): Promise<Agenda> {
  const period = await queryable.query<{ state: Agenda['state']; lateByOutage: boolean }>(PERIOD, [
    periodId,
  ]);
  const { state, lateByOutage = false } = period.rows[0] ?? {};
  if (!state) throw new PermanentFailure(FAILURES.notFound, `there is no period ${periodId}`);
  if (state !== 'open' && state !== 'paused') return { state, missed: false, steps: [] };
  const { rows } = await queryable.query<StepRow>(AGENDA, [periodId, LEAST_IN_BATCH, MOST_BATCHES]);
  return {
    state,
    missed: state === 'open' && (lateByOutage || rows.some((row) => row.missed)),
    steps: rows.map((row) => ({
      scheduleId: row.schedule_id,
      key: row.key,
      kind: row.kind,
      at: row.at,
      rung: row.rung,
      ready: row.ready,
      batches: row.batches ?? [],
    })),
  };
}

// Who handed in after a due time that fell into an outage is late by it until it has been made good.
const PERIOD = `
select p.state, exists (
  select from outage u join schedule s on s.period_id = p.id and u.ended_at > coalesce(s.caught_up_at, '-infinity')
    and u.began_at <= s.due_at and s.due_at < u.ended_at
  join obligation o on o.schedule_id = s.id and o.outcome = 'late' and o.received_at >= o.due_at) as "lateByOutage"
from period p where p.id = $1`;

const AGENDA = `
with open as (
  select o.schedule_id, o.ordinal, row_number() over (partition by o.schedule_id order by o.ordinal) - 1 as place,
    count(*) over (partition by o.schedule_id) as n
  from obligation o where o.period_id = $1 and o.outcome = 'open'),
numbered as (
  select schedule_id, ordinal, place / greatest($2::int, ceil(n::numeric / $3::int)::int) as batch from open),
ranges as (
  select schedule_id, batch, jsonb_build_object('from', min(ordinal), 'to', max(ordinal)) as range
  from numbered group by 1, 2),
batches as (
  select schedule_id, jsonb_agg(range order by batch) as batches from ranges group by 1),
certificates as (
  select o.outcome = 'open' as open, o.received_at, s.certifies_from
  from obligation o join schedule s on s.id = o.schedule_id where o.period_id = $1 and o.deliverable = 'certificate'),
once as (
  select p.opens_at, r.kind = 'collection' as collected,
    exists (select from open) and (r.kind = 'collection'
      or exists (select from obligation o where o.period_id = p.id and o.deliverable = 'document' and o.outcome = 'open' and not o.never_late)) as lacking,
    (select max(b.review_due_at) from obligation o join submission_obligation so on so.obligation_id = o.id
      join submission b on b.id = so.submission_id and b.review = 'unreviewed'
      where o.period_id = p.id and r.kind = 'collection') as reviewed_by
  from period p join process r on r.notice_id = p.notice_id and r.id = p.process_id where p.id = $1),
guided as (
  select max(coalesce(o.lock_at, o.due_at)) as by from obligation o
  where o.period_id = $1 and o.track = 'guidance' and o.outcome = 'open'),
steps as (
  select t.schedule_id, t.key, t.kind, t.rung, t.position, s.track, s.deliverable, s.due_at, b.batches, s.caught_up_at,
    case
      when t.kind = 'close' and (select collected and not lacking from once)
        then (select coalesce(reviewed_by, opens_at) from once)
      when t.kind = 'prompt' and s.track = 'main' and (select g.by from guided g) is not null then greatest(t.at, least((select g.by from guided g),
        (select min(r.at) from schedule_step r where r.schedule_id = t.schedule_id and r.kind in ('remind', 'due'))))
      else t.at
    end as at
  from schedule s
  join schedule_step t on t.schedule_id = s.id and t.done_at is null
  left join batches b on b.schedule_id = s.id
  where s.period_id = $1 and (b.batches is not null or t.kind = 'close'))
select t.schedule_id, t.key, t.kind, t.at, t.rung, t.batches,
  case
    when t.kind = 'lock' and t.track = 'main' then not exists (select from certificates c where c.open and c.certifies_from >= t.due_at)
      or exists (select from certificates c where c.received_at >= t.due_at)
    when t.kind = 'rung' then not exists (
      select from schedule_step e where e.schedule_id = t.schedule_id and e.done_at is null
        and e.kind in ('lock', 'rung') and e.position < t.position)
    when t.kind = 'prompt' and t.deliverable = 'return' then not exists (
      select from period p join period d on d.notice_id = p.notice_id and d.process_id = p.process_id
      join obligation o on o.period_id = d.id and o.deliverable = 'document' and o.outcome = 'open'
      where p.id = $1)
    when t.kind = 'close' then not (select lacking from once)
    else true
  end as ready,
  exists (select from outage u where u.began_at <= t.at and t.at < u.ended_at
    and u.ended_at > coalesce(t.caught_up_at, '-infinity')) as missed
from steps t
order by t.at, array_position(array['draft', 'prompt', 'remind', 'due', 'overdue', 'lock', 'rung', 'close'], t.kind), t.position, t.schedule_id`;
