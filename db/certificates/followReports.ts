import { randomUUID } from 'node:crypto';
import { obligationId } from '../../contracts/ids.ts';
import type { Notice, ReportingCycle } from '../../contracts/notice/index.ts';
import type { Instant, PlannedTrack } from '../../contracts/plan.ts';
import {
  type AskedCertificate,
  certificatesToAsk,
  type ReportsToLock,
} from '../../domain/certificates/certificatesToAsk.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { certificateAnew } from '../../domain/plan/certificate.ts';
import { furtherCertificate } from '../../domain/plan/trackKeys.ts';
import { type ClosedBy, closeObligations } from '../decisions/closeObligations.ts';
import { lockObligations } from '../decisions/lockObligations.ts';
import type { KeptPlan } from '../decisions/lockPeriod.ts';
import {
  closeWithLast,
  insertSchedule,
  moveToSchedule,
  readSchedules,
  type Schedule,
  stillAhead,
  variantId,
} from '../decisions/schedules.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/** Why the reports have moved, and with them what the office is asked. */
export interface ReportsMoved {
  periodId: string;
  notice: Notice;
  plan: KeptPlan;
  reason: Exclude<Schedule['reason'], 'plan' | 'supplement'>;
  by: ClosedBy;
}

interface Reports extends ReportsToLock {
  lastDay: string;
}

interface Certificate extends AskedCertificate {
  id: string;
  track: string;
  scheduleId: string;
}

/**
 * Lets the office's certificates follow the reports of a period that have moved, inside the caller's transaction, which
 * holds the period's lock: an open one moves with its reports, those with instants of their own are asked about apart,
 * and what nobody's reports wait for is not asked any more.
 * @returns rows for the log
 */
export async function followReports(
  transaction: Transaction,
  moved: ReportsMoved,
): Promise<LogEntry[]> {
  const { periodId, notice, plan, by } = moved;
  const { process } = findProcess(notice, plan.processId);
  if (process.kind !== 'reporting-cycle' || process.certification === undefined) return [];
  if (plan.tracks.every(({ key }) => key !== 'certificate')) return [];
  const reports = await transaction.query<Reports>(REPORTS, [periodId]);
  const certificates = await transaction.query<Certificate>(CERTIFICATES, [periodId]);
  const { asked, needless } = certificatesToAsk(reports.rows, certificates.rows);
  const entries: LogEntry[] = [];
  for (const { reports: one, moves } of asked) {
    entries.push(await ask(transaction, moved, process.certification, { reports: one, moves }));
  }
  if (asked.length > 0) await closeWithLast(transaction, periodId);
  const over = await lockObligations(
    transaction,
    notice.id,
    needless.map(({ id }) => id),
  );
  const open = over.filter(({ outcome }) => outcome === 'open');
  return [...entries, ...(await closeObligations(transaction, open, 'cancelled', by))];
}

/** The open certificates of a period, to be locked with the reports that a decision is about to move. */
export async function openCertificates(
  transaction: Transaction,
  periodId: string,
): Promise<string[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `select id from obligation where period_id = $1 and deliverable = 'certificate' and outcome = 'open'`,
    [periodId],
  );
  return rows.map(({ id }) => id);
}

async function ask(
  transaction: Transaction,
  { periodId, notice, reason, by }: ReportsMoved,
  certification: NonNullable<ReportingCycle['certification']>,
  { reports, moves }: { reports: Reports; moves: Certificate | null },
): Promise<LogEntry> {
  const track = moves?.track ?? furtherCertificate(await nextNumber(transaction, periodId));
  const context = { notice, calendar: calendarOf(notice) };
  const planned = certificateAnew(context, certification, reports, by.at);
  const [before] = moves === null ? [] : await readSchedules(transaction, [moves.scheduleId]);
  const schedule = {
    id: variantId(periodId, track, randomUUID()),
    track,
    deliverable: 'certificate',
    dueAt: planned.dueAt,
    lastDay: planned.lastDay,
    lockAt: planned.lockAt,
    certifiesFrom: reports.dueAt,
    reason,
    steps: stepsOf(planned, before, reports.dueAt),
  };
  const decisionId = 'decisionId' in by ? by.decisionId : null;
  await insertSchedule(transaction, periodId, decisionId, schedule);
  const subject = moves?.id ?? obligationId(periodId, track, certification.by);
  if (moves === null) {
    await enterCertificate(transaction, {
      id: subject,
      periodId,
      party: certification.by,
      schedule,
    });
  } else {
    await moveToSchedule(transaction, [subject], schedule);
  }
  return {
    actor: by.actor,
    action: moves === null ? 'certificate-asked' : 'certificate-moved',
    subject,
    detail: { decision: decisionId, from: moves?.dueAt ?? null, to: schedule.dueAt },
  };
}

/** Which certificate of the period comes next, the planned one being the first; the period's lock keeps the number free. */
async function nextNumber(transaction: Transaction, periodId: string): Promise<number> {
  const { rows } = await transaction.query<{ n: number }>(
    `select count(distinct track)::int + 1 as n from obligation where period_id = $1 and deliverable = 'certificate'`,
    [periodId],
  );
  return rows[0]?.n ?? 1;
}

/** Where the same reports are asked about at another time, the office has had its prompt; else it is asked again. */
function stepsOf(
  planned: PlannedTrack,
  before: Schedule | undefined,
  reportsDueAt: Instant,
): Schedule['steps'] {
  const prompted = before?.steps.filter(
    ({ kind, doneAt }) =>
      kind === 'prompt' && doneAt !== null && before.certifiesFrom === reportsDueAt,
  );
  const taken = prompted ?? [];
  const ahead = planned.steps.filter(({ key }) => taken.every((step) => step.key !== key));
  return [...taken, ...stillAhead(ahead)];
}

async function enterCertificate(
  transaction: Transaction,
  entered: {
    id: string;
    periodId: string;
    party: string;
    schedule: { id: string; track: string; dueAt: Instant; lockAt: Instant | null };
  },
): Promise<void> {
  const { id, periodId, party, schedule } = entered;
  await transaction.query(
    `insert into obligation (id, notice_id, period_id, process_id, party_id, track, deliverable, schedule_id, ordinal,
       original_due_at, due_at, lock_at)
     select $1, p.notice_id, p.id, p.process_id, $3, $4, 'certificate', $5,
       (select coalesce(max(ordinal), 0) + 1 from obligation where period_id = p.id), $6, $6, $7
     from period p where p.id = $2`,
    [id, periodId, party, schedule.track, schedule.id, schedule.dueAt, schedule.lockAt],
  );
}

const REPORTS = `
select s.due_at as "dueAt", s.last_day as "lastDay", s.lock_at as "lockAt" from schedule s
where s.period_id = $1 and s.track = 'main' and s.lock_at is not null
  and exists (select from obligation o where o.schedule_id = s.id and o.outcome = 'open')
  and exists (select from schedule_step t where t.schedule_id = s.id and t.kind = 'lock' and t.done_at is null)
order by s.due_at, s.id`;

const CERTIFICATES = `
select o.id, o.track, o.schedule_id as "scheduleId", s.certifies_from as "certifiesFrom", o.due_at as "dueAt",
  o.received_at as "receivedAt", o.outcome = 'open' as "isOpen",
  exists (select from schedule_step t where t.schedule_id = s.id and t.kind = 'lock' and t.done_at is not null) as "isLocked"
from obligation o join schedule s on s.id = o.schedule_id
where o.period_id = $1 and o.deliverable = 'certificate' order by s.certifies_from, o.id`;
