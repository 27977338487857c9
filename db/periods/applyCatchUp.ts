import { randomUUID } from 'node:crypto';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedTrack } from '../../contracts/plan.ts';
import { type CatchUp, catchUp, type Outage } from '../../domain/ladder/catchUp.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { followReports } from '../certificates/followReports.ts';
import { type KeptPlan, lockPeriod } from '../decisions/lockPeriod.ts';
import {
  closeWithLast,
  insertSchedule,
  moveToSchedule,
  readSchedules,
  type Schedule,
  stillAhead,
  variantId,
} from '../decisions/schedules.ts';
import { trackOfPeriod } from '../decisions/trackOfPeriod.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import { moveSteps } from './finishStep.ts';

/** A schedule after an outage, with what its people have to be told; the old last day where it has moved. */
export interface CaughtUp {
  scheduleId: string;
  oldLastDay: string;
  /** Letters were missed that one catch-up letter stands for. */
  isToBeTold: boolean;
}

export interface CatchUpScope {
  notice: Notice;
  periodId: string;
  now: Instant;
}

/**
 * Makes good what an outage did to a period's schedules, inside the caller's transaction: missed letters are struck in
 * favour of one, a due time or lock inside the outage moves on by the grace, rungs keep their distance. Who handed in
 * after a due time that moves was not late: it moves for those reports too. A prompt that was missed is not struck: it
 * is itself the one letter, since it carries the outline.
 */
export async function applyCatchUp(
  transaction: Transaction,
  { notice, periodId, now }: CatchUpScope,
): Promise<{
  caughtUp: CaughtUp[];
  /** obligations that were late, and are not since their due time has moved */
  inTime: string[];
  outages: Outage[];
  entries: LogEntry[];
}> {
  const { rows: hit } = await transaction.query<Hit>(HIT, [periodId, now]);
  const { plan } = await lockPeriod(transaction, notice.id, periodId);
  const { rows: outages } = await transaction.query<Outage>(
    'select began_at as "from", ended_at as until from outage where ended_at <= $1 order by began_at',
    [now],
  );
  const schedules = await readSchedules(
    transaction,
    hit.map((one) => one.scheduleId),
  );
  const done: MadeGood = { caughtUp: [], inTime: [], entries: [] };
  const context = { notice, plan, periodId, now, outages, hit };
  const isCertificate = ({ deliverable }: Schedule) => deliverable === 'certificate';
  for (const schedule of schedules.filter((one) => !isCertificate(one))) {
    await makeGood(transaction, context, schedule, done);
  }
  // the office is asked once the reports are due, so what it is asked moves with them and not by itself
  const by = { actor: 'engine', periodId, at: now };
  const reports = { periodId, notice, plan, reason: 'outage' as const, by };
  done.entries.push(...(await followReports(transaction, reports)));
  for (const schedule of schedules.filter(isCertificate)) {
    const ids = hit.filter((one) => one.scheduleId === schedule.id).map(({ id }) => id);
    const { rows } = await transaction.query<{ scheduleId: string; isPrompted: boolean }>(NOW_ON, [
      ids,
    ]);
    for (const { scheduleId, isPrompted } of rows) {
      if (scheduleId === schedule.id) await makeGood(transaction, context, schedule, done);
      else {
        const { lastDay: oldLastDay } = schedule;
        done.caughtUp.push({ scheduleId, oldLastDay, isToBeTold: isPrompted });
      }
    }
  }
  await transaction.query('update schedule set caught_up_at = $2 where period_id = $1', [
    periodId,
    now,
  ]);
  await closeWithLast(transaction, periodId);
  return { ...done, outages };
}

interface MadeGood {
  caughtUp: CaughtUp[];
  /** obligations whose late report is in time by the move */
  inTime: string[];
  entries: LogEntry[];
}

interface CatchUpContext extends CatchUpScope {
  plan: KeptPlan;
  outages: Outage[];
  hit: Hit[];
}

async function makeGood(
  transaction: Transaction,
  { notice, plan, periodId, now, outages, hit }: CatchUpContext,
  schedule: Schedule,
  done: MadeGood,
): Promise<void> {
  const { track, ladder } = trackOfPeriod(notice, plan, schedule.track);
  const result = catchUp({
    calendar: calendarOf(notice),
    ladder,
    track: asPlanned(track, schedule),
    doneAt: Object.fromEntries(
      schedule.steps.flatMap(({ key, doneAt }) => (doneAt === null ? [] : [[key, doneAt]])),
    ),
    now,
    toleranceMinutes: notice.settings.outage.toleranceMinutes,
    graceWorkingDays: notice.settings.outage.graceWorkingDays,
    outages,
  });
  const movesLate = result.moved?.what === 'due';
  const here = hit.filter((one) => one.scheduleId === schedule.id);
  const mine = here.filter((one) => one.isOpen || movesLate).map(({ id }) => id);
  if (movesLate) done.inTime.push(...here.filter(({ isOpen }) => !isOpen).map(({ id }) => id));
  const scheduleId = await settle(transaction, { periodId, schedule, result, mine, now });
  done.caughtUp.push({
    scheduleId,
    oldLastDay: schedule.lastDay,
    isToBeTold: !result.replacesPrompt && (result.replaced.length > 0 || result.moved !== null),
  });
  done.entries.push({
    actor: 'engine',
    action: 'outage-made-good',
    subject: schedule.id,
    detail: {
      moved: result.moved?.what ?? null,
      replaced: result.replaced.map(({ key }) => key),
      schedule: scheduleId,
    },
  });
}

/** Where a certificate stands once the reports have moved; one that is not asked for any more stands nowhere. */
const NOW_ON = `
select o.schedule_id as "scheduleId", exists (
  select from schedule_step t where t.schedule_id = o.schedule_id and t.kind = 'prompt' and t.done_at is not null) as "isPrompted"
from obligation o where o.id = any($1) and o.closed_as is null`;

/** An obligation that an outage may have touched: open, or handed in after a due time inside one. */
interface Hit {
  id: string;
  scheduleId: string;
  isOpen: boolean;
}

const HIT = `
select o.id, o.schedule_id as "scheduleId", o.outcome = 'open' as "isOpen" from obligation o
where o.period_id = $1 and (o.outcome = 'open' or (o.outcome = 'late' and o.received_at >= o.due_at and exists (
  select from outage u where u.ended_at <= $2 and u.began_at <= o.due_at and o.due_at < u.ended_at)))
order by o.id for update`;

async function settle(
  transaction: Transaction,
  change: { periodId: string; schedule: Schedule; result: CatchUp; mine: string[]; now: Instant },
): Promise<string> {
  const { periodId, schedule, result, mine, now } = change;
  const struck = result.replaced.filter(({ kind }) => kind !== 'prompt').map(({ key }) => key);
  await transaction.query(
    'update schedule_step set done_at = $3 where schedule_id = $1 and key = any($2) and done_at is null',
    [schedule.id, struck, now],
  );
  await moveSteps(transaction, schedule.id, result.later);
  if (result.moved === null) return schedule.id;

  const { track } = result.moved;
  const id = variantId(periodId, schedule.track, randomUUID());
  const ahead = new Set(track.steps.map(({ key }) => key));
  const taken = schedule.steps
    .filter(
      ({ key, kind, doneAt }) =>
        !ahead.has(key) && (doneAt !== null || kind === 'prompt' || kind === 'draft'),
    )
    .map((step) => (struck.includes(step.key) ? { ...step, doneAt: now } : step));
  await insertSchedule(transaction, periodId, null, {
    id,
    track: schedule.track,
    deliverable: schedule.deliverable,
    dueAt: track.dueAt,
    lastDay: track.lastDay,
    lockAt: track.lockAt,
    certifiesFrom: schedule.certifiesFrom,
    reason: 'outage',
    steps: [...taken, ...stillAhead(track.steps)],
  });
  await moveToSchedule(transaction, mine, { id, dueAt: track.dueAt, lockAt: track.lockAt });
  return id;
}

/** A schedule as the register has it now, in the shape of the plan. */
function asPlanned(track: PlannedTrack, schedule: Schedule): PlannedTrack {
  const { dueAt, lastDay, lockAt } = schedule;
  const steps = schedule.steps.map(({ key, kind, at, notes, rung }) => ({
    key,
    kind,
    at,
    notes,
    ...(rung && { rung }),
  }));
  return { ...track, dueAt, lastDay, lockAt, steps };
}
