import type { WakeSignal } from '../../contracts/messages.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Pool, Queryable } from '../pool.ts';

export interface ClockWait {
  workflowId: string;
  noticeId: string;
  wakeAt: Instant | null;
  /** the highest ticket this workflow has heard */
  answered: number;
}

/** A workflow of a rehearsal says until when it waits, and which wake-up it has answered. */
export async function enterWait(queryable: Queryable, wait: ClockWait): Promise<void> {
  await queryable.query(
    `insert into clock_wait (workflow_id, notice_id, wake_at, answered) values ($1, $2, $3, $4)
     on conflict (workflow_id) do update set wake_at = excluded.wake_at, answered = excluded.answered`,
    [wait.workflowId, wait.noticeId, wait.wakeAt, wait.answered],
  );
}

/** A workflow that has ended is not waited for. */
export async function leaveRollCall(queryable: Queryable, workflowId: string): Promise<void> {
  await queryable.query('delete from clock_wait where workflow_id = $1', [workflowId]);
}

/**
 * Enters a workflow that is about to be started, as woken with ticket 1: it is pending until it waits for the first
 * time. Asked again for one that was entered, it changes nothing.
 */
export async function announce(
  queryable: Queryable,
  workflowId: string,
  noticeId: string,
): Promise<void> {
  await queryable.query(
    `insert into clock_wait (workflow_id, notice_id, woken) values ($1, $2, 1) on conflict (workflow_id) do nothing`,
    [workflowId, noticeId],
  );
}

/** The wake-up to send to a workflow of this notice: on the live clock nothing is counted; in a rehearsal it is pending from now on. */
export async function makeWake(
  pool: Pool,
  noticeId: string,
  workflowId: string,
): Promise<WakeSignal> {
  const { rows } = await pool.query<{ clock: 'live' | 'rehearsal'; now: Instant | null }>(
    `select n.clock, r.now from notice n left join rehearsal r on r.notice_id = n.id where n.id = $1`,
    [noticeId],
  );
  const notice = rows[0];
  if (!notice || notice.clock === 'live' || notice.now === null) return { kind: 'live' };
  const { rows: waits } = await pool.query<{ woken: number }>(
    'update clock_wait set woken = woken + 1 where workflow_id = $1 returning woken',
    [workflowId],
  );
  return { kind: 'rehearsal', cause: 'fact', ticket: waits[0]?.woken ?? 0, now: notice.now };
}
