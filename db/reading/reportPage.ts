import type { DateNote, Instant } from '../../contracts/plan.ts';
import { notesFor } from '../../domain/periods/notesFor.ts';
import type { Status } from '../../domain/status/status.ts';
import type { Queryable } from '../pool.ts';
import { statusColumn } from './statusColumn.ts';

/** One capacity on a report's page. */
export interface DutyOnPage {
  obligationId: string;
  partyId: string;
  capacity: string;
  track: string;
  status: Status;
  /** null while open; else how it ended */
  closed: boolean;
  dueAt: Instant;
  originalDueAt: Instant;
  lastDay: string;
  lockAt: Instant | null;
  receivedAt: Instant | null;
  receivedAs: 'report' | 'nothing' | null;
  /** the decision that moved the due time, or that asked for the supplement */
  moved: {
    reason: 'extension' | 'supplement' | 'pause' | 'outage' | 'reassignment' | 'amendment';
    words: string | null;
  } | null;
}

/** A submission as its page shows it. */
export interface ReceiptOnPage {
  receiptNo: string;
  receivedAt: Instant;
  kind: 'report' | 'nothing';
  channel: string;
  version: number;
  review: 'unreviewed' | 'accepted' | 'accepted-by-time' | 'supplement-asked';
  capacities: string[];
  /** what came with it; by name and size alone, since whoever has the link may not be who sent it */
  files: { fileName: string; size: number }[];
}

/** What stands behind the link to an obligation. */
export interface ReportPage {
  noticeId: string;
  processId: string;
  periodId: string;
  periodKey: string;
  deliverable: string;
  track: string;
  trial: boolean;
  outline: string | null;
  notes: DateNote[];
  duties: DutyOnPage[];
  receipts: ReceiptOnPage[];
  /** asked of the same parties about this period, and still to come */
  supplements: { obligationId: string; dueAt: Instant; lastDay: string }[];
}

interface SubjectRow extends Omit<ReportPage, 'duties' | 'receipts' | 'supplements'> {
  partyId: string;
}

/**
 * What a person sees behind the link to one obligation: it and, in the same period, what the person owes of the same kind in
 * other capacities. Undefined where none of the person's parties owes it.
 */
export async function readReportPage(
  queryable: Queryable,
  query: { obligationId: string; noticeId: string; parties: string[]; now: Instant },
): Promise<ReportPage | undefined> {
  const subject = await readSubject(queryable, query);
  if (!subject) return undefined;
  const { partyId: _, ...page } = subject;
  const duties = await readDuties(queryable, subject, query);
  const ids = duties.map(({ obligationId }) => obligationId);
  const notes = notesFor(
    page.notes,
    duties.map(({ partyId }) => partyId),
  );
  return {
    ...page,
    notes,
    duties,
    receipts: await readReceipts(queryable, ids),
    supplements: await readSupplements(queryable, subject, query),
  };
}

async function readSubject(
  queryable: Queryable,
  query: { obligationId: string; noticeId: string; parties: string[] },
): Promise<SubjectRow | undefined> {
  const { rows } = await queryable.query<SubjectRow>(
    `select o.notice_id as "noticeId", o.process_id as "processId", o.period_id as "periodId", d.key as "periodKey",
       o.deliverable, o.track, o.party_id as "partyId", d.trial, t.outline, coalesce(t.notes, '[]') as notes
     from obligation o
     join period d on d.id = o.period_id
     left join lateral (
       select x->>'outline' as outline, x->'notes' as notes
       from jsonb_array_elements(d.plan->'tracks') x
       where x->>'key' = case when starts_with(o.track, 'supplement-') then 'main' when o.deliverable = 'certificate' then 'certificate' else o.track end) t on true
     where o.id = $1 and o.notice_id = $2 and o.party_id = any($3)`,
    [query.obligationId, query.noticeId, query.parties],
  );
  return rows[0];
}

async function readDuties(
  queryable: Queryable,
  subject: SubjectRow,
  query: { parties: string[]; now: Instant },
): Promise<DutyOnPage[]> {
  const { rows } = await queryable.query<DutyOnPage>(
    `select o.id as "obligationId", o.party_id as "partyId", p.title as capacity, o.track, ${statusColumn('$4')} as status,
       o.closed_as is not null or d.state in ('before-start', 'cancelled') as closed,
       o.due_at as "dueAt", o.original_due_at as "originalDueAt", s.last_day as "lastDay", o.lock_at as "lockAt",
       o.received_at as "receivedAt", o.received_as as "receivedAs",
       case when s.reason <> 'plan' then jsonb_build_object('reason', s.reason, 'words', w.reason) end as moved
     from obligation o
     join period d on d.id = o.period_id
     join process r on r.notice_id = o.notice_id and r.id = o.process_id
     join schedule s on s.id = o.schedule_id
     join party p on p.notice_id = o.notice_id and p.id = o.party_id
     left join decision_text w on w.decision_id = s.decision_id
     where o.period_id = $1 and o.track = $2 and o.party_id = any($3) order by o.ordinal`,
    [subject.periodId, subject.track, query.parties, query.now],
  );
  return rows;
}

async function readReceipts(
  queryable: Queryable,
  obligationIds: string[],
): Promise<ReceiptOnPage[]> {
  const { rows } = await queryable.query<ReceiptOnPage>(
    `select s.receipt_no as "receiptNo", s.received_at as "receivedAt", s.kind, s.channel, max(so.version) as version, s.review,
       s.capacities,
       (select coalesce(jsonb_agg(jsonb_build_object('fileName', a.file_name, 'size', a.size) order by a.file_name, a.id), '[]')
        from attachment a where a.submission_id = s.id) as files
     from submission_obligation so join submission s on s.id = so.submission_id
     where so.obligation_id = any($1) group by s.id order by s.recorded_at, s.receipt_no`,
    [obligationIds],
  );
  return rows;
}

/** One for each track: what is asked of several capacities of a person is one supplement, with one page. */
async function readSupplements(
  queryable: Queryable,
  subject: SubjectRow,
  query: { parties: string[] },
): Promise<ReportPage['supplements']> {
  if (subject.track !== 'main') return [];
  const { rows } = await queryable.query<ReportPage['supplements'][number]>(
    `select distinct on (o.track) o.id as "obligationId", o.due_at as "dueAt", s.last_day as "lastDay"
     from obligation o join schedule s on s.id = o.schedule_id
     where o.period_id = $1 and starts_with(o.track, 'supplement-') and o.party_id = any($2) and o.outcome = 'open'
     order by o.track, o.ordinal`,
    [subject.periodId, query.parties],
  );
  return rows;
}
