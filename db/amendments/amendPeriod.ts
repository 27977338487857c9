import { obligationId } from '../../contracts/ids.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod, PlannedTrack } from '../../contracts/plan.ts';
import {
  type AmendContext,
  type AmendedSchedule,
  amendSchedule,
  newcomersSchedule,
} from '../../domain/amendment/amendSchedule.ts';
import type { PeriodChange } from '../../domain/amendment/comparePlans.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { ladderOf } from '../../domain/plan/planContext.ts';
import { followReports } from '../certificates/followReports.ts';
import { closeObligations } from '../decisions/closeObligations.ts';
import { holdClimbs } from '../decisions/holdClimbs.ts';
import type { LockedObligation } from '../decisions/lockObligations.ts';
import {
  closeWithLast,
  insertSchedule,
  moveToSchedule,
  readSchedules,
  type Schedule,
  variantId,
} from '../decisions/schedules.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/** A followed period whose plan an amendment changes, under its lock and those of its open obligations. */
export interface PeriodToAmend {
  id: string;
  change: PeriodChange;
  owed: LockedObligation[];
  /** the amended notice */
  after: Notice;
  by: { actor: string; decisionId: string; at: Instant };
}

/** What was done to a period, for the log and for those who are told. */
export interface AmendedPeriod {
  entries: LogEntry[];
  /** obligations with another due time */
  moved: string[];
  /** obligations that are owed no longer */
  gone: string[];
}

/**
 * Carries an amendment into a period that is open or paused: schedules move to the new instants with the old ones kept,
 * what was taken stays taken and what was found stays found; new owners are asked, and what is taken off others closes.
 * What has fallen due stays with whoever owed it, and a period that has is not taken away.
 */
export async function amendPeriod(
  transaction: Transaction,
  period: PeriodToAmend,
): Promise<AmendedPeriod> {
  const { id, change, by } = period;
  if (change.what === 'vanishes') return cancelPeriod(transaction, period, change.before);
  if (change.what === 'appears') return { entries: [], moved: [], gone: [] };
  const { before, after } = change;
  const done: AmendedPeriod = { entries: [], moved: [], gone: [] };
  for (const track of after.tracks) {
    const was = before.tracks.find(({ key }) => key === track.key) ?? null;
    const reportsDue = { before: before.dueAt, after: after.dueAt };
    await amendTrack(transaction, period, { was, track, reportsDue }, done);
  }
  for (const track of before.tracks) {
    if (after.tracks.some(({ key }) => key === track.key) || track.dueAt <= by.at) continue;
    await takeOff(transaction, period, { key: track.key, parties: track.parties }, false, done);
  }
  await keepPlan(transaction, id, after);
  await closeWithLast(transaction, id);
  const { after: notice } = period;
  const moved = { periodId: id, notice, plan: kept(after), reason: 'amendment' as const, by };
  done.entries.push(...(await followReports(transaction, moved)));
  const detail = { decision: by.decisionId, from: before.dueAt, to: after.dueAt };
  done.entries.unshift({ actor: by.actor, action: 'period-amended', subject: id, detail });
  return done;
}

async function amendTrack(
  transaction: Transaction,
  period: PeriodToAmend,
  change: {
    was: PlannedTrack | null;
    track: PlannedTrack;
    /** the due time of the period's reports as planned, for the certificate that speaks for them */
    reportsDue: { before: Instant; after: Instant };
  },
  done: AmendedPeriod,
): Promise<void> {
  const { id, after, by, owed } = period;
  const { was, track, reportsDue } = change;
  const context: AmendContext = {
    calendar: calendarOf(after),
    ladder: ladderOf(after, track.ladder),
    now: by.at,
  };
  const isAhead = track.dueAt > by.at;
  const old = was?.parties ?? [];
  const added = isAhead ? track.parties.filter((party) => !old.includes(party)) : [];
  const removed = isAhead ? old.filter((party) => !track.parties.includes(party)) : [];
  const staying = owed.filter((one) => one.track === track.key && !removed.includes(one.partyId));
  let nth = 0;
  if (was !== null) {
    const present = await readSchedules(
      transaction,
      staying.map(({ scheduleId }) => scheduleId),
    );
    for (const schedule of present) {
      const steps = schedule.steps.map(({ rung, ...step }) => (rung ? { ...step, rung } : step));
      const running = { ...schedule, steps };
      const amended = amendSchedule({ before: was, after: track }, running, context);
      if (amended === null) continue;
      const mine = staying.filter((one) => one.scheduleId === schedule.id);
      const isOfPlan = schedule.certifiesFrom === reportsDue.before;
      const certifiesFrom = isOfPlan ? reportsDue.after : schedule.certifiesFrom;
      await moveOwed(transaction, period, { track, amended, nth, mine, certifiesFrom }, done);
      nth += 1;
    }
  }
  await takeOff(transaction, period, { key: track.key, parties: removed }, added.length > 0, done);
  if (added.length === 0) return;
  const schedule = newcomersSchedule(track, context);
  const scheduleId = variantId(id, track.key, by.decisionId, nth);
  await enterSchedule(transaction, period, track, scheduleId, {
    ...schedule,
    certifiesFrom: track.deliverable === 'certificate' ? reportsDue.after : null,
  });
  done.entries.push(
    ...(await enterOwed(transaction, period, { track, added, schedule, scheduleId })),
  );
}

async function moveOwed(
  transaction: Transaction,
  period: PeriodToAmend,
  change: {
    track: PlannedTrack;
    amended: AmendedSchedule;
    nth: number;
    mine: LockedObligation[];
    certifiesFrom: Instant | null;
  },
  done: AmendedPeriod,
): Promise<void> {
  const { id, by } = period;
  const { track, amended, nth, mine, certifiesFrom } = change;
  const scheduleId = variantId(id, track.key, by.decisionId, nth);
  await enterSchedule(transaction, period, track, scheduleId, { ...amended, certifiesFrom });
  const ids = mine.map((one) => one.id);
  await moveToSchedule(transaction, ids, { id: scheduleId, ...amended });
  if (amended.dueAt > by.at) {
    await holdClimbs(transaction, ids, { until: amended.lockAt ?? amended.dueAt, at: by.at });
  }
  for (const one of mine) {
    const isMoved = one.dueAt !== amended.dueAt;
    if (isMoved) done.moved.push(one.id);
    done.entries.push({
      actor: by.actor,
      action: isMoved ? 'obligation-moved-by-amendment' : 'ladder-changed-by-amendment',
      subject: one.id,
      detail: { decision: by.decisionId, from: one.dueAt, to: amended.dueAt },
    });
  }
}

const enterSchedule = (
  transaction: Transaction,
  { id, by }: PeriodToAmend,
  { key, deliverable }: PlannedTrack,
  scheduleId: string,
  {
    dueAt,
    lastDay,
    lockAt,
    steps,
    certifiesFrom,
  }: AmendedSchedule & Pick<Schedule, 'certifiesFrom'>,
): Promise<void> =>
  insertSchedule(transaction, id, by.decisionId, {
    id: scheduleId,
    track: key,
    deliverable,
    dueAt,
    lastDay,
    lockAt,
    certifiesFrom,
    reason: 'amendment',
    steps: steps.map((step) => ({ ...step, rung: step.rung ?? null })),
  });

/** New owners; one who owed here before an earlier amendment took it off him owes it again. */
async function enterOwed(
  transaction: Transaction,
  { id, after, by }: PeriodToAmend,
  entered: {
    track: PlannedTrack;
    added: string[];
    schedule: AmendedSchedule;
    scheduleId: string;
  },
): Promise<LogEntry[]> {
  const { track, added, schedule, scheduleId } = entered;
  const { rows } = await transaction.query<{ id: string }>(
    `insert into obligation as o (id, notice_id, period_id, process_id, party_id, track, deliverable, schedule_id, ordinal,
       original_due_at, due_at, lock_at)
     select n.id, p.notice_id, p.id, p.process_id, n.party, $4, $5, $6,
       (select coalesce(max(ordinal), 0) from obligation where period_id = p.id) + n.place, $7, $7, $8
     from unnest($1::text[], $2::text[]) with ordinality as n(id, party, place), period p where p.id = $3
     on conflict (id) do update set closed_as = null, closed_at = null, schedule_id = excluded.schedule_id,
       due_at = excluded.due_at, lock_at = excluded.lock_at
       where o.closed_as in ('reassigned', 'cancelled')
     returning id`,
    [
      added.map((party) => obligationId(id, track.key, party)),
      added,
      id,
      track.key,
      track.deliverable,
      scheduleId,
      schedule.dueAt,
      schedule.lockAt,
    ],
  );
  const detail = { decision: by.decisionId, dueAt: schedule.dueAt, notice: after.id };
  return rows.map((row) => ({
    actor: by.actor,
    action: 'obligation-added-by-amendment',
    subject: row.id,
    detail,
  }));
}

async function takeOff(
  transaction: Transaction,
  { owed, by }: PeriodToAmend,
  from: { key: string; parties: readonly string[] },
  isTakenOver: boolean,
  done: AmendedPeriod,
): Promise<void> {
  const closing = owed.filter(
    (one) => one.track === from.key && from.parties.includes(one.partyId),
  );
  const as = isTakenOver ? 'reassigned' : 'cancelled';
  done.entries.push(...(await closeObligations(transaction, closing, as, by)));
  done.gone.push(...closing.map((one) => one.id));
}

async function cancelPeriod(
  transaction: Transaction,
  { id, owed, by }: PeriodToAmend,
  before: PlannedPeriod,
): Promise<AmendedPeriod> {
  if (before.dueAt <= by.at) return { entries: [], moved: [], gone: [] };
  const closed = await closeObligations(transaction, owed, 'cancelled', by);
  await transaction.query(`update period set state = 'cancelled', closed_at = $2 where id = $1`, [
    id,
    by.at,
  ]);
  const detail = { decision: by.decisionId, from: before.dueAt };
  return {
    entries: [{ actor: by.actor, action: 'period-taken-out', subject: id, detail }, ...closed],
    moved: [],
    gone: owed.map((one) => one.id),
  };
}

/** The plan that the period is followed by from now on; its opening is over and stays. */
async function keepPlan(transaction: Transaction, id: string, plan: PlannedPeriod): Promise<void> {
  const { opensAt: _, ...head } = kept(plan);
  await transaction.query(
    `update period set plan = plan || $2, due_at = $3, closes_at = $4, trial = $5 where id = $1`,
    [id, JSON.stringify(head), plan.dueAt, plan.closesAt, plan.trial],
  );
}

/** The number of parties in place of the parties: the period has those as obligations. */
const kept = ({ tracks, ...head }: PlannedPeriod) => ({
  ...head,
  tracks: tracks.map(({ parties, ...track }) => ({ ...track, owed: parties.length })),
});
