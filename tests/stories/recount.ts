import type { Instant } from '../../contracts/plan.ts';
import type { StoryStage } from './stage.ts';

// A digest's figures counted anew from submissions, decisions and findings, with none of the engine's own queries,
// outcomes or counters. Called while the clock stands at the digest's cut-off.

type Rows = StoryStage['rows'];

const FIRST = `left join lateral (
  select b.received_at, b.kind from submission_obligation so join submission b on b.id = so.submission_id
  where so.obligation_id = o.id order by b.received_at, b.recorded_at limit 1) b on true`;
const TOLD = (instant: string): string =>
  `to_char(${instant} at time zone 'Asia/Ho_Chi_Minh', 'HH24 "giờ" MI "ngày" DD/MM/YYYY')`;

export interface PartyRecounted {
  key: string;
  trial: boolean;
  who: string;
  stands: 'in time' | 'late' | 'missing' | 'excused' | 'extended' | 'other';
  /** an earlier digest had him with more time */
  again: boolean;
  nothing: boolean;
  receivedAt: string | null;
  found: string | null;
}

/** Everybody who owed a report in the periods that fell due since the digest before, and whom that one had with more time. */
export const recountParties = (rows: Rows, since: Instant, now: Instant) =>
  rows<PartyRecounted>(
    `select d.key, d.trial, 'Chức danh ' || o.party_id || ' (ông ' || o.party_id || ')' as who, b.kind = 'nothing' as nothing,
       ${TOLD('b.received_at')} as "receivedAt", f.state as found,
       d.due_at <= $1 as again,
       case when o.closed_as = 'excused' then 'excused' when o.closed_as is not null then 'other'
         when b.received_at < o.due_at then 'in time' when b.received_at is not null then 'late'
         when o.due_at > $2 then 'extended' else 'missing' end as stands
     from obligation o join period d on d.id = o.period_id left join finding f on f.obligation_id = o.id ${FIRST}
     where o.process_id = 'reports' and o.deliverable = 'report' and d.due_at <= $2
       and (d.due_at > $1 or (o.due_at > $1 and coalesce(b.received_at, $2) >= $1))
     order by d.key, o.ordinal`,
    [since, now],
  );

/** How many of a whole period reported in time, of those who reported or did not; who was excused or has more time is neither. */
export const recountRates = (rows: Rows, now: Instant) =>
  rows<{ key: string; inTime: number; counted: number }>(
    `select d.key, count(*) filter (where b.received_at < o.due_at)::int as "inTime",
       count(*) filter (where b.received_at is not null or o.due_at <= $1)::int as counted
     from obligation o join period d on d.id = o.period_id ${FIRST}
     where o.process_id = 'reports' and o.deliverable = 'report' and o.closed_as is null group by d.key`,
    [now],
  );

export interface RowRecounted {
  who: string;
  missesInARow: number;
  missesInAll: number;
  nothingInARow: number;
}

/** For each member one letter a period in their order: m a miss, n "nothing to report", r a report; what stands apart is left out. */
export const recountRows = (rows: Rows, now: Instant) =>
  rows<RowRecounted>(
    `with seen as (
       select o.party_id, string_agg(case when f.state in ('recorded', 'released') then 'm'
         when f.state is not distinct from 'withheld' or d.trial or o.closed_as is not null then ''
         when b.kind = 'nothing' then 'n' when b.kind = 'report' then 'r' else '' end, '' order by d.key) as row
       from obligation o join period d on d.id = o.period_id left join finding f on f.obligation_id = o.id ${FIRST}
       where o.process_id = 'reports' and o.deliverable = 'report' and o.due_at <= $1 group by 1)
     select 'Chức danh ' || party_id || ' (ông ' || party_id || ')' as who, length(substring(row from 'm*$')) as "missesInARow",
       length(regexp_replace(row, '[^m]', '', 'g')) as "missesInAll", length(substring(row from 'n*$')) as "nothingInARow"
     from seen order by party_id`,
    [now],
  );

export interface ProposedRecounted {
  who: string;
  missesInARow: number;
  missesInAll: number;
}

/** Whoever was found silent since the digest before, in whatever process: the row of misses that came last, by the same letters. */
export const recountProposals = (rows: Rows, since: Instant, now: Instant) =>
  rows<ProposedRecounted>(
    `with seen as (
       select o.party_id, max(f.recorded_at) filter (where f.state in ('recorded', 'released')) as found,
         string_agg(case when f.state in ('recorded', 'released') then 'm'
           when f.state is not distinct from 'withheld' or d.trial or o.closed_as is not null then ''
           when b.received_at is not null then 'r' else '' end, '' order by o.due_at) as row
       from obligation o join period d on d.id = o.period_id left join finding f on f.obligation_id = o.id ${FIRST}
       where o.due_at <= $2 group by 1)
     select 'Chức danh ' || party_id || ' (ông ' || party_id || ')' as who, length(substring(row from '(m+)[^m]*$')) as "missesInARow",
       length(regexp_replace(row, '[^m]', '', 'g')) as "missesInAll"
     from seen where found > $1 order by party_id`,
    [since, now],
  );

/** What of each process is done, not done and overdue; a trial period is none of it. */
export const recountProgress = (rows: Rows, now: Instant) =>
  rows<{ process: string; done: number; open: number; overdue: number }>(
    `select r.id as process, count(o.id) filter (where o.closed_as is null and b.received_at is not null)::int as done,
       count(o.id) filter (where o.closed_as is null and b.received_at is null and o.due_at > $1)::int as open,
       count(o.id) filter (where o.closed_as is null and b.received_at is null and o.due_at <= $1)::int as overdue
     from process r
     left join period d on d.notice_id = r.notice_id and d.process_id = r.id and not d.trial
     left join obligation o on o.period_id = d.id and o.track = 'main' ${FIRST}
     group by r.id order by r.id`,
    [now],
  );

/** What the office itself did late or still owes: when it was due, and when it was done. */
export const recountOffice = (rows: Rows, now: Instant) =>
  rows<{ due: string; done: string | null }>(
    `select ${TOLD('o.due_at')} as due, ${TOLD('b.received_at')} as done
     from obligation o join period d on d.id = o.period_id ${FIRST}
     where o.party_id = 'office' and not d.trial and o.closed_as is null and o.due_at <= coalesce(b.received_at, $1)
     order by o.due_at, o.id`,
    [now],
  );

/** When the office certified a period's lock, by its word itself. */
export const recountCertificates = (rows: Rows) =>
  rows<{ key: string; at: string | null }>(
    `select d.key, ${TOLD('c.at')} as at from period d
     left join decision c on c.kind = 'certify' and c.subject like d.id || '%' where d.process_id = 'reports' order by d.key`,
  );

/** What was inspected, on which day, by whom, with what result, recorded since the digest before. */
export const recountInspections = (rows: Rows, since: Instant, now: Instant) =>
  rows<{ whom: string; day: string; by: string; found: string }>(
    `select 'Chức danh ' || party_id as whom, to_char(inspected_on, 'DD/MM/YYYY') as day, inspected_by as by, findings as found
     from inspection where recorded_at > $1 and recorded_at <= $2 order by inspected_on, recorded_at`,
    [since, now],
  );
