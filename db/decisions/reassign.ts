import type { Reassign } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { obligationId } from '../../contracts/ids.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedTrack } from '../../contracts/plan.ts';
import { trackDueAt } from '../../domain/ladder/extend.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { followReports, openCertificates } from '../certificates/followReports.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { appendLog, type LogEntry } from '../log.ts';
import { readNotice } from '../notices/readNotice.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { type Affected, readAffected } from './affected.ts';
import { closeObligations } from './closeObligations.ts';
import { type LockedObligation, mustBeOpen } from './lockObligations.ts';
import { lockOwed } from './lockOwed.ts';
import { type KeptPlan, lockPeriod, mustBeOfPeriod, type PeriodDecided } from './lockPeriod.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';
import {
  closeWithLast,
  insertSchedule,
  readSchedules,
  stillAhead,
  variantId,
} from './schedules.ts';
import { trackOfPeriod } from './trackOfPeriod.ts';
import { trackWithDue } from './trackWithDue.ts';

export interface ReassignInput extends Deciding {
  periodId: string;
  decision: Reassign;
  /** `items`: what was taken off its party; `now`: the title of the one that owes it since */
  compose: (facts: { items: Affected[]; now: string }) => NewLetter[];
}

/**
 * Passes an open obligation on to another party, in the same period and track: the old one closes as reassigned, the
 * new one is prompted at once and has a ladder of its own, counted from the same due time or a later one. Where the
 * other owes there already, nothing is doubled: its own covers it. What was found before stays.
 * @throws NotFound; Conflict where it is no longer open, or what the other owed there is closed; Invalid where it is the
 * office's own word, where nothing passes on, or where the due time is over or earlier
 */
export async function reassign(pool: Pool, input: ReassignInput): Promise<PeriodDecided> {
  const { decisionId, noticeId, periodId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const locked = await lockOwed(transaction, { noticeId, periods: [periodId] }, async () => {
      const { id, exists } = await targetOf(transaction, input);
      const certificates = await openCertificates(transaction, periodId);
      return [decision.obligation, ...(exists ? [id] : []), ...certificates];
    });
    const target = await targetOf(transaction, input);
    const before = await decidedBefore(transaction, input, 'reassign');
    if (before) return { decisionId, woken: before.woken as string[] };
    const old = locked.filter(({ id }) => id === decision.obligation);
    const [from] = old;
    if (!from) throw new Error(`${decision.obligation} was locked and is not there`);
    mustBeOfPeriod(old, periodId);
    mustBeOpen(old);
    mustPassOn(from, decision.to);
    mustCover(locked.find(({ id }) => id === target.id));
    const { plan } = await lockPeriod(transaction, noticeId, periodId);

    const woken = [periodId];
    const decided = await recordDecision(transaction, input, {
      kind: 'reassign',
      subject: from.id,
      reason: decision.reason,
      detail: { woken, to: target.id },
    });
    const by = { actor: actor.id, decisionId, at };
    const closed = await closeObligations(transaction, old, 'reassigned', by);
    const { notice } = await readNotice(transaction, noticeId);
    if (!target.exists) {
      await enterObligation(transaction, input, {
        from,
        target,
        track: planFor(notice, plan, input, from),
      });
    }
    const moved = { periodId, notice, plan, reason: 'reassignment' as const, by };
    const certificates = await followReports(transaction, moved);
    await transaction.query(
      'insert into reassignment (obligation_id, to_obligation_id, decision_id) values ($1, $2, $3)',
      [from.id, target.id, decisionId],
    );
    const items = await readAffected(transaction, [from.id], at);
    const letters = input.compose({ items, now: target.title });
    const queued = await queueLetters(transaction, { noticeId, now: at, letters });
    await wakeLater(transaction, woken);
    const passed: LogEntry = {
      actor: actor.id,
      action: target.exists ? 'obligation-covered-by-own' : 'obligation-passed-on',
      subject: target.id,
      detail: { decision: decisionId, from: from.id },
    };
    await appendLog(transaction, noticeId, at, [
      decided,
      ...closed,
      passed,
      ...certificates,
      ...queued,
    ]);
    return { decisionId, woken };
  });
}

interface Target {
  /** of the other party's obligation, there already or not */
  id: string;
  party: string;
  title: string;
  exists: boolean;
}

/** @throws NotFound where the other is no party of the notice */
async function targetOf(
  transaction: Transaction,
  { noticeId, periodId, decision }: ReassignInput,
): Promise<Target> {
  const { rows } = await transaction.query<{ title: string; track: string | null }>(
    `select p.title, (select track from obligation where id = $3) as track from party p where p.notice_id = $1 and p.id = $2`,
    [noticeId, decision.to, decision.obligation],
  );
  const party = rows[0];
  if (!party) {
    throw new PermanentFailure(
      FAILURES.notFound,
      `the notice ${noticeId} has no party ${decision.to}`,
      '/to',
    );
  }
  const id = obligationId(periodId, party.track ?? 'main', decision.to);
  const { rowCount } = await transaction.query('select 1 from obligation where id = $1', [id]);
  return { id, party: decision.to, title: party.title, exists: rowCount === 1 };
}

function mustPassOn({ partyId, deliverable, id }: LockedObligation, to: string): void {
  if (deliverable === 'certificate' || deliverable === 'digest') {
    invalid(`${id} is the office's own word, which nobody else can give`, '/obligation');
  }
  if (partyId === to) invalid(`${to} owes it already`, '/to');
}

/** What the other owes there already covers it only while it is owed, or where it was handed in. */
function mustCover(own: LockedObligation | undefined): void {
  if (!own || own.closedAs === null) return;
  throw new PermanentFailure(
    FAILURES.conflict,
    `nothing was decided: what ${own.partyId} owed there is ${own.closedAs} already`,
    '/to',
  );
}

/** The ladder of whoever owes it now: from the due time that was named, or the present one, with a prompt at once. */
function planFor(
  notice: Notice,
  plan: KeptPlan,
  { decision, at }: ReassignInput,
  from: LockedObligation,
): { planned: PlannedTrack; promptAt: Instant; sameDue: boolean } {
  const calendar = calendarOf(notice);
  const { track, ladder } = trackOfPeriod(notice, plan, from.track);
  const promptAt = ladder.letters === 'any-hour' ? at : calendar.deferToOffice(at);
  const { dueDate: date, dueTime: time } = decision;
  if (date !== undefined) {
    const due = { date, boundary: 'by' as const, time };
    const planned = trackWithDue(notice, plan, from.track, { due, now: at });
    if (planned.dueAt >= from.dueAt) return { planned, promptAt, sameDue: false };
    invalid(`it is due at ${from.dueAt}: the new party gets that time or a later one`, '/dueDate');
  }
  if (promptAt >= from.dueAt) {
    invalid(`it is due at ${from.dueAt}: name a later day for the new party`, '/dueDate');
  }
  const due = { dueAt: from.dueAt, lastDay: calendar.dayOf(justBefore(from.dueAt)), notes: [] };
  const planned = trackDueAt(track, due, { calendar, ladder, now: promptAt });
  return { planned, promptAt, sameDue: true };
}

/** A due time is exclusive: the last day in time is that of the instant before. */
const justBefore = (instant: Instant): Instant => new Date(Date.parse(instant) - 1).toISOString();

async function enterObligation(
  transaction: Transaction,
  { noticeId, periodId, decisionId }: ReassignInput,
  entered: { from: LockedObligation; target: Target; track: ReturnType<typeof planFor> },
): Promise<void> {
  const { from, target, track } = entered;
  const { planned, promptAt, sameDue } = track;
  const [present] = await readSchedules(transaction, [from.scheduleId]);
  const schedule = {
    id: variantId(periodId, from.track, decisionId),
    track: from.track,
    deliverable: from.deliverable,
    dueAt: planned.dueAt,
    lastDay: sameDue && present ? present.lastDay : planned.lastDay,
    lockAt: planned.lockAt,
    certifiesFrom: null,
    reason: 'reassignment' as const,
    steps: [
      { key: 'prompt', kind: 'prompt' as const, rung: null, at: promptAt, notes: [], doneAt: null },
      ...stillAhead(planned.steps.filter(({ kind }) => kind !== 'prompt' && kind !== 'draft')),
    ],
  };
  await insertSchedule(transaction, periodId, decisionId, schedule);
  await transaction.query(
    `insert into obligation (id, notice_id, period_id, process_id, party_id, track, deliverable, schedule_id, ordinal,
       original_due_at, due_at, lock_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, (select max(ordinal) + 1 from obligation where period_id = $3), $9, $9, $10)`,
    [
      target.id,
      noticeId,
      periodId,
      from.processId,
      target.party,
      from.track,
      from.deliverable,
      schedule.id,
      schedule.dueAt,
      schedule.lockAt,
    ],
  );
  await closeWithLast(transaction, periodId);
}

function invalid(why: string, pointer: string): never {
  throw new PermanentFailure(FAILURES.invalid, why, pointer);
}
