import type { Extend } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { roundWorkflowId } from '../../contracts/ids.ts';
import type { PlannedTrack } from '../../contracts/plan.ts';
import { followReports, openCertificates } from '../certificates/followReports.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { appendLog, type LogEntry } from '../log.ts';
import { readNotice } from '../notices/readNotice.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { type Affected, type Moved, readAffected } from './affected.ts';
import { holdClimbs } from './holdClimbs.ts';
import { type LockedObligation, mustBeOpen } from './lockObligations.ts';
import { lockOwed } from './lockOwed.ts';
import { lockPeriod, mustBeOfPeriod, type PeriodDecided } from './lockPeriod.ts';
import { type Deciding, decidedBefore, recordDecision, subjectOf } from './recordDecision.ts';
import {
  closeWithLast,
  insertSchedule,
  moveToSchedule,
  readSchedules,
  type ScheduleStep,
  stillAhead,
  variantId,
} from './schedules.ts';
import { trackWithDue } from './trackWithDue.ts';

export interface ExtendInput extends Deciding {
  periodId: string;
  decision: Extend;
  compose: (facts: { items: Moved[]; decision: Extend }) => NewLetter[];
}

/**
 * Extends open obligations of a period to a later day: a schedule of their own, with the ladder counted from there. The
 * original due time stays beside the new one, and lateness already found is not erased.
 * @throws NotFound; Conflict where one is no longer open or the period is closed; Invalid where the new due time is not
 * after the present one and after `at`. Then nothing is extended
 */
export async function extend(pool: Pool, input: ExtendInput): Promise<PeriodDecided> {
  const { decisionId, noticeId, periodId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const locked = await lockOwed(transaction, { noticeId, periods: [periodId] }, async () => [
      ...decision.obligations,
      ...(await openCertificates(transaction, periodId)),
    ]);
    const obligations = locked.filter(({ id }) => decision.obligations.includes(id));
    const before = await decidedBefore(transaction, input, 'extend');
    if (before) return { decisionId, woken: before.woken as string[] };
    mustBeOfPeriod(obligations, periodId);
    mustBeOpen(obligations);
    const { plan } = await lockPeriod(transaction, noticeId, periodId);
    const ids = obligations.map(({ id }) => id);
    const oldDays = new Map(
      (await readAffected(transaction, ids, at)).map((item) => [item.obligationId, item.lastDay]),
    );
    const { notice } = await readNotice(transaction, noticeId);
    const { dueDate: date, boundary, dueTime: time } = decision;
    const due = { date, boundary, time };
    const planned = [...new Set(obligations.map(({ track }) => track))].map((key) =>
      trackWithDue(notice, plan, key, { due, now: at }),
    );
    mustBeLater(obligations, planned);
    const woken = [periodId, roundWorkflowId(noticeId)];
    const decided = await recordDecision(transaction, input, {
      kind: 'extend',
      subject: subjectOf(noticeId, obligations),
      reason: decision.reason,
      detail: { woken, obligations: ids, dueAt: planned[0]?.dueAt },
    });
    for (const track of planned) {
      const moved = obligations.filter((one) => one.track === track.key);
      await moveToTrack(transaction, input, moved, track);
    }
    await closeWithLast(transaction, periodId);
    const certificates = await followReports(transaction, {
      periodId,
      notice,
      plan,
      reason: 'extension',
      by: { actor: actor.id, decisionId, at },
    });
    const items = (await readAffected(transaction, ids, at)).map((item) => ({
      ...item,
      oldLastDay: oldDays.get(item.obligationId) ?? item.lastDay,
    }));
    const letters = input.compose({ items, decision });
    const queued = await queueLetters(transaction, { noticeId, now: at, letters });
    await wakeLater(transaction, woken);
    const extended = items.map(
      (item): LogEntry => ({
        actor: actor.id,
        action: 'obligation-extended',
        subject: item.obligationId,
        detail: { decision: decisionId, from: oldDueOf(obligations, item), to: item.dueAt },
      }),
    );
    await appendLog(transaction, noticeId, at, [decided, ...extended, ...certificates, ...queued]);
    return { decisionId, woken };
  });
}

const oldDueOf = (obligations: LockedObligation[], { obligationId }: Affected) =>
  obligations.find(({ id }) => id === obligationId)?.dueAt;

function mustBeLater(obligations: LockedObligation[], planned: PlannedTrack[]): void {
  for (const { id, track, dueAt } of obligations) {
    const next = planned.find(({ key }) => key === track)?.dueAt;
    if (next !== undefined && next > dueAt) continue;
    throw new PermanentFailure(
      FAILURES.invalid,
      `an extension ends later: ${id} is due at ${dueAt} already, and the new due time is ${next}`,
      '/dueDate',
    );
  }
}

/** The new schedule of one track; a prompt or draft that has not gone out yet still does, at its own time. */
async function moveToTrack(
  transaction: Transaction,
  { periodId, decisionId, at }: ExtendInput,
  obligations: LockedObligation[],
  track: PlannedTrack,
): Promise<void> {
  const present = await readSchedules(
    transaction,
    obligations.map((one) => one.scheduleId),
  );
  const opening = new Map<string, ScheduleStep>();
  for (const step of present.flatMap(({ steps }) => steps)) {
    const isOpening = step.kind === 'prompt' || step.kind === 'draft';
    if (isOpening && step.doneAt === null) opening.set(step.key, step);
  }
  const schedule = {
    id: variantId(periodId, track.key, decisionId),
    track: track.key,
    deliverable: present[0]?.deliverable ?? track.deliverable,
    dueAt: track.dueAt,
    lastDay: track.lastDay,
    lockAt: track.lockAt,
    certifiesFrom: present[0]?.certifiesFrom ?? null,
    reason: 'extension' as const,
    steps: [...opening.values(), ...stillAhead(track.steps)],
  };
  const ids = obligations.map(({ id }) => id);
  await insertSchedule(transaction, periodId, decisionId, schedule);
  await moveToSchedule(transaction, ids, schedule);
  await holdClimbs(transaction, ids, { until: schedule.lockAt ?? schedule.dueAt, at });
}
