import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

export interface StepName {
  scheduleId: string;
  stepKey: string;
}

/** Marks a step as taken for everybody who was at it. Taken again after a crash, it keeps its first time. */
export async function finishStep(
  queryable: Queryable,
  step: StepName,
  now: Instant,
): Promise<void> {
  await queryable.query(
    'update schedule_step set done_at = $3 where schedule_id = $1 and key = $2 and done_at is null',
    [step.scheduleId, step.stepKey, now],
  );
}

/** Moves steps of a schedule that are still to come; how rungs follow a lock that a gate kept back. */
export async function moveSteps(
  queryable: Queryable,
  scheduleId: string,
  moved: { key: string; at: Instant }[],
): Promise<void> {
  if (moved.length === 0) return;
  await queryable.query(
    `update schedule_step t set at = m.at from jsonb_to_recordset($2) as m(key text, at timestamptz)
     where t.schedule_id = $1 and t.key = m.key and t.done_at is null`,
    [scheduleId, JSON.stringify(moved)],
  );
}

export interface StepRow {
  key: string;
  kind: string;
  at: Instant;
  position: number;
  rung: { id: string; after: { workingDays: number } } | null;
  doneAt: Instant | null;
}

/** All steps of a schedule in the order of its ladder. */
export async function readSteps(queryable: Queryable, scheduleId: string): Promise<StepRow[]> {
  const { rows } = await queryable.query<StepRow>(
    `select key, kind, at, position, rung, done_at as "doneAt" from schedule_step where schedule_id = $1 order by position`,
    [scheduleId],
  );
  return rows;
}
