import type { HoldRung } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import { afterHold } from '../../domain/ladder/afterGate.ts';
import { calendarOf, type NoticeCalendar } from '../../domain/plan/calendarOf.ts';
import { appendLog, type LogEntry } from '../log.ts';
import { readNotice } from '../notices/readNotice.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { lockObligations, mustBeOpen } from './lockObligations.ts';
import { lockPeriod, mustBeOfPeriod, type PeriodDecided } from './lockPeriod.ts';
import { type Deciding, decidedBefore, recordDecision, subjectOf } from './recordDecision.ts';
import {
  closeWithLast,
  insertSchedule,
  moveToSchedule,
  readSchedules,
  type Schedule,
  variantId,
} from './schedules.ts';

/**
 * Holds a rung of open obligations for so many working days; later rungs follow it at their own distance. "The deputy
 * may hold a rung once, up to three working days, with a reason" (the most is the notice's settings.hold).
 * @throws NotFound; Invalid where it is held longer than the settings allow; Conflict where the rung has been taken or
 * was held before, the process is paused, or an obligation is no longer open. Then nothing is held
 */
export async function holdRung(
  pool: Pool,
  input: Deciding & { periodId: string; decision: HoldRung },
): Promise<PeriodDecided> {
  const { decisionId, noticeId, periodId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const obligations = await lockObligations(transaction, noticeId, decision.obligations);
    const before = await decidedBefore(transaction, input, 'hold-rung');
    if (before) return { decisionId, woken: before.woken as string[] };
    mustBeOfPeriod(obligations, periodId);
    mustBeOpen(obligations);
    const period = await lockPeriod(transaction, noticeId, periodId);
    if (period.state === 'paused') refuse(`the period ${periodId} is paused: nothing climbs`);
    const { notice } = await readNotice(transaction, noticeId);
    mustBeShort(decision.workingDays, notice.settings.hold.maxWorkingDays);
    const ids = obligations.map(({ id }) => id);
    await mustBeFirstHold(transaction, ids, decision.rung);

    const woken = [periodId];
    const decided = await recordDecision(transaction, input, {
      kind: 'hold-rung',
      subject: subjectOf(noticeId, obligations),
      reason: decision.reason,
      detail: { woken, obligations: ids, rung: decision.rung, workingDays: decision.workingDays },
    });
    const calendar = calendarOf(notice);
    const present = await readSchedules(
      transaction,
      obligations.map(({ scheduleId }) => scheduleId),
    );
    for (const [nth, schedule] of present.entries()) {
      const held = heldSchedule(calendar, schedule, decision);
      const id = variantId(periodId, schedule.track, decisionId, nth);
      await insertSchedule(transaction, periodId, decisionId, { ...held, id });
      const moved = obligations.filter(({ scheduleId }) => scheduleId === schedule.id);
      await moveToSchedule(
        transaction,
        moved.map((one) => one.id),
        { ...held, id },
      );
    }
    await closeWithLast(transaction, periodId);
    await wakeLater(transaction, woken);
    const entries = ids.map(
      (subject): LogEntry => ({
        actor: actor.id,
        action: 'rung-held',
        subject,
        detail: { decision: decisionId, rung: decision.rung, workingDays: decision.workingDays },
      }),
    );
    await appendLog(transaction, noticeId, at, [decided, ...entries]);
    return { decisionId, woken };
  });
}

/** The same schedule with the rung, what follows it and the close moved. */
function heldSchedule(
  calendar: NoticeCalendar,
  schedule: Schedule,
  { rung, workingDays }: HoldRung,
): Schedule {
  const held = schedule.steps.find((step) => step.rung?.id === rung);
  if (!held || held.doneAt !== null) {
    return refuse(`the rung ${rung} of ${schedule.id} has been taken or does not exist`);
  }
  const day = calendar.addWorkingDays(calendar.dayOf(held.at), workingDays);
  const until = calendar.sameTimeOn(day, held.at);
  const moved = new Map(
    afterHold(calendar, schedule.steps, held.key, until).map(({ key, at }) => [key, at]),
  );
  const steps = schedule.steps.map((step) => ({ ...step, at: moved.get(step.key) ?? step.at }));
  const lastRungAt = steps.reduce<Instant>((last, { at, rung: one }) => {
    return one !== null && at > last ? at : last;
  }, held.at);
  const closing = calendar.at(
    calendar.addWorkingDays(calendar.dayOf(lastRungAt), 1),
    calendar.officeHours.to,
  );
  return {
    ...schedule,
    steps: steps.map((step) =>
      step.kind === 'close' && step.at < closing ? { ...step, at: closing } : step,
    ),
  };
}

function mustBeShort(workingDays: number, most: number): void {
  if (workingDays <= most) return;
  throw new PermanentFailure(
    FAILURES.invalid,
    `a rung is held for at most ${most} working days, not ${workingDays}`,
    '/workingDays',
  );
}

async function mustBeFirstHold(
  transaction: Transaction,
  ids: readonly string[],
  rung: string,
): Promise<void> {
  const { rows } = await transaction.query<{ subject: string; action: string }>(
    `select obligation_id as subject, 'taken' as action from climb where obligation_id = any($1) and rung = $2
     union all
     select subject, 'held' from log where subject = any($1) and action = 'rung-held' and detail->>'rung' = $2
     order by 1 limit 1`,
    [ids, rung],
  );
  const row = rows[0];
  if (row) refuse(`the rung ${rung} of ${row.subject} was ${row.action} before`);
}

function refuse(why: string): never {
  throw new PermanentFailure(FAILURES.conflict, `nothing was held: ${why}`);
}
