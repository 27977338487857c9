import { periodId } from '../../contracts/ids.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** Enters a period that a decision adds to a process; the notice's workflow starts its follow-up once it is woken. */
export async function addDecidedPeriod(
  queryable: Queryable,
  plan: PlannedPeriod,
  decided: { decisionId: string; at: Instant },
): Promise<string> {
  const id = periodId(plan.noticeId, plan.processId, plan.key);
  await queryable.query(
    `insert into decided_period (id, notice_id, process_id, key, plan, decision_id, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      plan.noticeId,
      plan.processId,
      plan.key,
      JSON.stringify(plan),
      decided.decisionId,
      decided.at,
    ],
  );
  return id;
}

/** The plan of a period that a decision has added, or null where the notice's own plan has it. */
export async function decidedPlan(queryable: Queryable, id: string): Promise<PlannedPeriod | null> {
  const { rows } = await queryable.query<{ plan: PlannedPeriod }>(
    'select plan from decided_period where id = $1',
    [id],
  );
  return rows[0]?.plan ?? null;
}

/** Notes that the follow-up of a period which a decision has added was started; nothing for a planned one. */
export async function markStarted(queryable: Queryable, id: string, now: Instant): Promise<void> {
  await queryable.query(
    'update decided_period set started_at = $2 where id = $1 and started_at is null',
    [id, now],
  );
}

/** Periods that decisions have added and nobody follows yet, in the order of the decisions. */
export async function periodsToStart(
  queryable: Queryable,
  noticeId: string,
): Promise<{ noticeId: string; processId: string; directive: string; periodKey: string }[]> {
  const { rows } = await queryable.query<{
    noticeId: string;
    processId: string;
    directive: string;
    periodKey: string;
  }>(
    `select d.notice_id as "noticeId", d.process_id as "processId", p.directive, d.key as "periodKey"
     from decided_period d join process p on p.notice_id = d.notice_id and p.id = d.process_id
     where d.notice_id = $1 and d.started_at is null and p.state <> 'cancelled' order by d.decided_at, d.id`,
    [noticeId],
  );
  return rows;
}
