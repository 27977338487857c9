import { scheduleId } from '../../contracts/ids.ts';
import type { Rung } from '../../contracts/notice/index.ts';
import type { DateNote, Instant, PlannedStep, StepKind } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';

export interface ScheduleStep {
  key: string;
  kind: StepKind;
  rung: Rung | null;
  at: Instant;
  notes: DateNote[];
  doneAt: Instant | null;
}

export interface Schedule {
  id: string;
  track: string;
  deliverable: string;
  dueAt: Instant;
  lastDay: string;
  lockAt: Instant | null;
  /** of a certificate: the due time of the reports it speaks for; it can be given from then on */
  certifiesFrom: Instant | null;
  reason: 'plan' | 'extension' | 'supplement' | 'pause' | 'outage' | 'reassignment' | 'amendment';
  /** when the decision that made it was taken; null for a planned one */
  decidedAt: Instant | null;
  /** in the order of the ladder */
  steps: ScheduleStep[];
}

/** Schedules with all their steps, in the order of their ids; their period must be locked. */
export async function readSchedules(
  transaction: Transaction,
  ids: readonly string[],
): Promise<Schedule[]> {
  const { rows } = await transaction.query<Omit<Schedule, 'steps'>>(
    `select s.id, s.track, s.deliverable, s.due_at as "dueAt", s.last_day as "lastDay", s.lock_at as "lockAt",
       s.certifies_from as "certifiesFrom", s.reason,
       d.at as "decidedAt"
     from schedule s left join decision d on d.id = s.decision_id where s.id = any($1) order by s.id`,
    [[...new Set(ids)]],
  );
  const steps = await transaction.query<ScheduleStep & { schedule: string }>(
    `select schedule_id as schedule, key, kind, rung, at, notes, done_at as "doneAt"
     from schedule_step where schedule_id = any($1) order by schedule_id, position`,
    [rows.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    ...row,
    steps: steps.rows
      .filter(({ schedule }) => schedule === row.id)
      .map(({ schedule: _, ...step }) => step),
  }));
}

/** Planned steps as a schedule has them, none taken yet. */
export const stillAhead = (steps: readonly PlannedStep[]): ScheduleStep[] =>
  steps.map((step) => ({ ...step, rung: step.rung ?? null, doneAt: null }));

/** The id of the schedule that a decision makes for a track; `nth` where it makes several of one track. */
export function variantId(periodId: string, track: string, decisionId: string, nth = 0): string {
  const variant = decisionId.slice(0, 8);
  return scheduleId(periodId, track, nth === 0 ? variant : `${variant}-${nth + 1}`);
}

/** Enters a schedule made by a decision, or (null) by the engine itself after an outage; steps keep the ladder's order, and those taken before stay taken. */
export async function insertSchedule(
  transaction: Transaction,
  periodId: string,
  decisionId: string | null,
  schedule: Omit<Schedule, 'decidedAt'>,
): Promise<void> {
  await transaction.query(
    `insert into schedule (id, period_id, track, deliverable, due_at, last_day, lock_at, reason, decision_id, certifies_from, caught_up_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (select max(caught_up_at) from schedule where period_id = $2))`,
    [
      schedule.id,
      periodId,
      schedule.track,
      schedule.deliverable,
      schedule.dueAt,
      schedule.lastDay,
      schedule.lockAt,
      schedule.reason,
      decisionId,
      schedule.certifiesFrom,
    ],
  );
  await transaction.query(
    `insert into schedule_step (schedule_id, key, kind, rung, position, at, notes, done_at)
     select $1, s.key, s.kind, nullif(s.rung, 'null'::jsonb), s.position, s.at, s.notes, s."doneAt"
     from jsonb_to_recordset($2) as s(key text, kind text, rung jsonb, position int, at timestamptz, notes jsonb, "doneAt" timestamptz)`,
    [schedule.id, JSON.stringify(schedule.steps.map((step, position) => ({ ...step, position })))],
  );
}

/** Puts obligations on another schedule; the original due time stays beside the new one. */
export async function moveToSchedule(
  transaction: Transaction,
  obligationIds: readonly string[],
  to: { id: string; dueAt: Instant; lockAt: Instant | null },
): Promise<void> {
  await transaction.query(
    'update obligation set schedule_id = $2, due_at = $3, lock_at = $4 where id = any($1)',
    [obligationIds, to.id, to.dueAt, to.lockAt],
  );
}

/** A period closes when the last of its schedules does: earlier closing steps move there, and so does its own time. */
export async function closeWithLast(transaction: Transaction, periodId: string): Promise<void> {
  await transaction.query(
    `with closing as (
       select t.schedule_id, t.key, max(t.at) over () as last
       from schedule_step t join schedule s on s.id = t.schedule_id
       where s.period_id = $1 and t.kind = 'close' and t.done_at is null),
     moved as (
       update schedule_step t set at = c.last from closing c
       where t.schedule_id = c.schedule_id and t.key = c.key and t.at < c.last)
     update period set closes_at = greatest(closes_at, (select max(last) from closing)) where id = $1`,
    [periodId],
  );
}
