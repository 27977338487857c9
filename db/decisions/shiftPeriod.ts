import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { type PausedSpan, shiftAfterPause } from '../../domain/ladder/pauseShift.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { followReports } from '../certificates/followReports.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import type { LockedObligation } from './lockObligations.ts';
import type { KeptPlan } from './lockPeriod.ts';
import {
  closeWithLast,
  insertSchedule,
  moveToSchedule,
  readSchedules,
  type Schedule,
  variantId,
} from './schedules.ts';
import { trackOfPeriod } from './trackOfPeriod.ts';

export interface PausedPeriod {
  id: string;
  opensAt: Instant;
  dueAt: Instant;
  plan: KeptPlan;
}

export interface ShiftInput {
  period: PausedPeriod;
  /** its open obligations */
  owed: LockedObligation[];
  notice: Notice;
  span: PausedSpan;
  by: { actor: string; decisionId: string; at: Instant };
}

/** Puts the open obligations of a resumed period on schedules of their own, each moved by the span for which it stood still. */
export async function shiftPeriod(
  transaction: Transaction,
  { period, owed, notice, span, by }: ShiftInput,
): Promise<LogEntry[]> {
  const present = await readSchedules(
    transaction,
    owed.map(({ scheduleId }) => scheduleId),
  );
  const entries: LogEntry[] = [];
  for (const [nth, schedule] of present.entries()) {
    if (schedule.deliverable === 'certificate') continue; // it follows the reports it speaks for
    const { track, ladder } = trackOfPeriod(notice, period.plan, schedule.track);
    const running = {
      ...schedule,
      runsFrom: stoodFrom(period, schedule),
      neverLate: track.neverLate ?? false,
      steps: schedule.steps.map(({ rung, ...step }) => (rung === null ? step : { ...step, rung })),
    };
    const shifted = shiftAfterPause(running, span, { calendar: calendarOf(notice), ladder });
    const moved = {
      ...schedule,
      ...shifted,
      id: variantId(period.id, schedule.track, by.decisionId, nth),
      reason: 'pause' as const,
      steps: shifted.steps.map((step) => ({ ...step, rung: step.rung ?? null })),
    };
    await insertSchedule(transaction, period.id, by.decisionId, moved);
    const ids = owed.filter((one) => one.scheduleId === schedule.id).map(({ id }) => id);
    await moveToSchedule(transaction, ids, moved);
    for (const subject of ids) {
      const detail = { decision: by.decisionId, from: schedule.dueAt, to: shifted.dueAt };
      entries.push({ actor: by.actor, action: 'obligation-moved-by-pause', subject, detail });
    }
  }
  await closeWithLast(transaction, period.id);
  const { id: periodId, plan } = period;
  const moved = { periodId, notice, plan, reason: 'pause' as const, by };
  return [...entries, ...(await followReports(transaction, moved))];
}

/** A schedule decided on during the pause was told in full knowledge of it: it stood still only from then. */
function stoodFrom(period: PausedPeriod, schedule: Schedule): Instant {
  const { decidedAt } = schedule;
  return decidedAt !== null && decidedAt > period.opensAt ? decidedAt : period.opensAt;
}
