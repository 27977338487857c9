import type { DigestDraft, DigestParty } from '../../contracts/digest.ts';
import type { Instant } from '../../contracts/plan.ts';
import { withoutErased } from '../people/erasedNames.ts';
import type { Queryable } from '../pool.ts';
import type { Transaction } from '../transaction.ts';

export interface SourcePeriod {
  periodId: string;
  periodKey: string;
  lastDay: string;
  trial: boolean;
  asksCertificate: boolean;
  certifiedAt: Instant | null;
}

/** The periods that a digest draws on: those of the source cycle that have fallen due and stand in no earlier digest of this one. */
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
  const { rows } = await queryable.query<SourcePeriod>(
    `select d.id as "periodId", d.key as "periodKey", s.last_day as "lastDay", d.trial,
       c.id is not null and not d.trial as "asksCertificate", c.received_at as "certifiedAt"
     from period d
     join schedule s on s.period_id = d.id and s.track = 'main' and s.reason = 'plan'
     left join obligation c on c.period_id = d.id and c.track = 'certificate'
     where d.notice_id = $1 and d.process_id = $2 and d.due_at <= $5 and d.state in ('open', 'paused', 'closed')
       and not exists (
         select from digest g join period gp on gp.id = g.period_id
         where gp.notice_id = $1 and gp.process_id = $3 and gp.id <> $4
           and g.draft -> 'reports' @> jsonb_build_array(jsonb_build_object('periodId', d.id)))
     order by d.key`,
    [query.noticeId, query.source, query.digestProcess, query.digestPeriodId, query.now],
  );
  return rows;
}

export type PartyLine = Omit<
  DigestParty,
  'missesInARow' | 'missesInAll' | 'nothingInARow' | 'copiesInARow'
>;

/** Every party of a period with how it stands at `now`. */
export async function partyLines(
  queryable: Queryable,
  periodId: string,
  now: Instant,
): Promise<PartyLine[]> {
  const { rows } = await queryable.query<PartyLine>(
    `select o.party_id as "partyId", p.title, h.person_id as "personId", coalesce(h.name, '') as holder, o.id as "obligationId",
       case
         when o.outcome in ('on-time', 'late', 'excused') then o.outcome
         when o.outcome = 'open' and o.due_at <= $2 then 'missing'
         when o.outcome = 'open' then 'extended'
         else 'other'
       end as status,
       o.received_at as "receivedAt", coalesce(o.received_as = 'nothing', false) as nothing,
       coalesce(f.state, 'none') as finding, coalesce(f.doubts, '{}') as doubts
     from obligation o
     join party p on p.notice_id = o.notice_id and p.id = o.party_id
     left join finding f on f.obligation_id = o.id
     left join lateral (
       select h.person_id, c.name from holding h
       left join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
       where h.notice_id = o.notice_id and h.party_id = o.party_id and h.sole
         and h.since <= o.due_at and (h.until is null or h.until > o.due_at) limit 1) h on true
     where o.period_id = $1 and o.track = 'main' order by o.ordinal`,
    [periodId, now],
  );
  return rows;
}

/** How many obligations of each process are open, done and overdue, each by its own due time: an extended one is not overdue. */
export async function processCounts(
  queryable: Queryable,
  noticeId: string,
  now: Instant,
): Promise<{ id: string; state: string; open: number; done: number; overdue: number }[]> {
  const { rows } = await queryable.query<{
    id: string;
    state: string;
    open: number;
    done: number;
    overdue: number;
  }>(
    `select r.id, r.state, coalesce(c.done, 0) as done, o.open, o.overdue
     from process r
     left join lateral (
       select sum(c.n) as done from period d join period_counter c on c.period_id = d.id and c.track = 'main'
       where d.notice_id = r.notice_id and d.process_id = r.id and not d.trial and c.outcome in ('on-time', 'late')) c on true
     cross join lateral (
       select count(*) filter (where not l.late) as open, count(*) filter (where l.late) as overdue
       from period d join obligation o on o.period_id = d.id and o.track = 'main' and o.outcome = 'open'
       cross join lateral (select o.due_at <= $2 and not o.never_late as late) l
       where d.notice_id = r.notice_id and d.process_id = r.id and not d.trial) o
     where r.notice_id = $1 order by r.id`,
    [noticeId, now],
  );
  return rows;
}

/** What the office itself owed and did late, or still owes: its own lateness stands in every record. */
export async function officeLateness(
  queryable: Queryable,
  query: { noticeId: string; officePosition: string; now: Instant },
): Promise<
  {
    processId: string;
    deliverable: string;
    periodKey: string;
    dueAt: Instant;
    doneAt: Instant | null;
  }[]
> {
  const { rows } = await queryable.query<{
    processId: string;
    deliverable: string;
    periodKey: string;
    dueAt: Instant;
    doneAt: Instant | null;
  }>(
    `select o.process_id as "processId", o.deliverable, d.key as "periodKey", o.due_at as "dueAt", o.received_at as "doneAt"
     from obligation o join period d on d.id = o.period_id
     where o.notice_id = $1 and o.party_id = $2 and not d.trial
       and (o.outcome = 'late' or (o.outcome = 'open' and o.due_at <= $3 and not o.never_late))
     order by o.due_at, o.id`,
    [query.noticeId, query.officePosition, query.now],
  );
  return rows;
}

/** Keeps a digest's draft, without whoever was erased since it was made; drafted again after a crash, the first stays. */
export async function keepDraft(
  transaction: Transaction,
  input: { periodId: string; noticeId: string; draft: DigestDraft; now: Instant },
): Promise<boolean> {
  const draft = await withoutErased(transaction, input.noticeId, input.draft);
  const { rowCount } = await transaction.query(
    `insert into digest (period_id, notice_id, drafted_at, draft) values ($1, $2, $3, $4) on conflict (period_id) do nothing`,
    [input.periodId, input.noticeId, input.now, JSON.stringify(draft)],
  );
  return rowCount === 1;
}
