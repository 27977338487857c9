import type { Instant } from '../../contracts/plan.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import type { Queryable } from '../../db/pool.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';

/** Where the register and the plan, run on the recorded facts, do not agree. Empty: they do. */
export interface Disagreement {
  what: string;
  ids: string[];
}

/**
 * Checks a rehearsal's record against the pure plan: the same periods, the same parties in each; the same set of
 * obligation and rung as the plan gives on the recorded times of receipt, locks and decisions; counters equal to a
 * recount; a log without a break.
 */
export async function checkAgainstPlan(
  queryable: Queryable,
  noticeId: string,
): Promise<Disagreement[]> {
  return [
    ...(await wrongPeriods(queryable, noticeId)),
    ...(await differ(
      queryable,
      noticeId,
      'rungs that the record does not justify',
      UNJUSTIFIED_RUNGS,
    )),
    ...(await differ(queryable, noticeId, 'silent obligations without their rung', MISSING_RUNGS)),
    ...(await differ(
      queryable,
      noticeId,
      'silent obligations without a finding',
      MISSING_FINDINGS,
    )),
    ...(await differ(
      queryable,
      noticeId,
      'findings about parties that had reported in time',
      WRONG_FINDINGS,
    )),
    ...(await differ(queryable, noticeId, 'counters that differ from a recount', WRONG_COUNTERS)),
    ...(await differ(queryable, noticeId, 'broken links of the log', BROKEN_LOG)),
  ];
}

async function differ(
  queryable: Queryable,
  noticeId: string,
  what: string,
  sql: string,
): Promise<Disagreement[]> {
  const { rows } = await queryable.query<{ id: string }>(sql, [noticeId]);
  return rows.length === 0 ? [] : [{ what, ids: rows.map(({ id }) => id) }];
}

async function wrongPeriods(queryable: Queryable, noticeId: string): Promise<Disagreement[]> {
  const { notice } = await readNotice(queryable, noticeId);
  const { rows } = await queryable.query<{
    id: string;
    process_id: string;
    key: string;
    trial: boolean;
    started_at: Instant | null;
    parties: string[];
  }>(
    `select d.id, d.process_id, d.key, d.trial, r.started_at,
       (select array_agg(track || ' ' || party_id order by track, party_id) from obligation o
        where o.period_id = d.id and o.track not like 'supplement%') as parties
     from period d join process r on r.notice_id = d.notice_id and r.id = d.process_id where d.notice_id = $1 order by d.id`,
    [noticeId],
  );
  const wrong = rows.filter((row) => {
    const plan = planPeriod(
      notice,
      row.process_id,
      row.key,
      row.started_at === null ? {} : { startsAt: row.started_at },
    );
    const planned = plan.tracks
      .flatMap(({ key, parties }) => parties.map((party) => `${key} ${party}`))
      .sort();
    return (
      plan.trial !== row.trial || planned.join('\n') !== [...(row.parties ?? [])].sort().join('\n')
    );
  });
  return wrong.length === 0
    ? []
    : [{ what: 'periods that are not as planned', ids: wrong.map(({ id }) => id) }];
}

/** A rung is justified while its obligation was open at the time it was taken, on a step that was planned for it. */
const UNJUSTIFIED_RUNGS = `
select c.obligation_id || ' ' || c.rung as id
from climb c join obligation o on o.id = c.obligation_id join period d on d.id = o.period_id
left join submission_obligation so on so.obligation_id = o.id and so.version = 1
left join submission s on s.id = so.submission_id
where c.notice_id = $1 and (d.trial or s.recorded_at < c.taken_at or o.closed_at < c.taken_at
  or exists (select from finding f where f.obligation_id = o.id and f.state = 'withheld'))
order by 1`;

/** Every done rung of an obligation's schedule was taken for it, unless it was settled, doubted, or had nobody left to be told. */
const MISSING_RUNGS = `
select o.id || ' ' || (t.rung ->> 'id') as id
from obligation o join schedule_step t on t.schedule_id = o.schedule_id and t.kind = 'rung' and t.done_at is not null
where o.notice_id = $1 and o.outcome = 'open'
  and not exists (select from climb c where c.obligation_id = o.id and c.rung = t.rung ->> 'id')
  and not exists (select from finding f where f.obligation_id = o.id and f.state in ('withheld', 'reversed'))
  and not exists (select from climb c where c.obligation_id = o.id and c.taken_at <= t.done_at)
order by 1`;

const MISSING_FINDINGS = `
select o.id from obligation o join schedule_step t on t.schedule_id = o.schedule_id and t.kind = 'lock' and t.done_at is not null
where o.notice_id = $1 and o.outcome = 'open' and not exists (select from finding f where f.obligation_id = o.id)
order by 1`;

const WRONG_FINDINGS = `
select f.obligation_id as id from finding f join obligation o on o.id = f.obligation_id
where f.notice_id = $1 and f.state in ('recorded', 'released') and o.outcome = 'on-time' order by 1`;

const WRONG_COUNTERS = `
with recounted as (
  select o.period_id, o.track, o.outcome, count(*)::int as n from obligation o where o.notice_id = $1 group by 1, 2, 3),
kept as (
  select c.* from period_counter c join period d on d.id = c.period_id where d.notice_id = $1 and c.n > 0)
select coalesce(r.period_id, k.period_id) || ' ' || coalesce(r.track, k.track) || ' ' || coalesce(r.outcome, k.outcome) as id
from recounted r full join kept k using (period_id, track, outcome)
where r.n is distinct from k.n order by 1`;

const BROKEN_LOG = `select log_first_break($1)::text as id where log_first_break($1) is not null`;
