import { noticeWorkflowId, processWorkflowId } from '../../contracts/ids.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool, Queryable } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/** Marks a process as running, and the notice with its first one; once, whatever is retried. */
export async function markRunning(
  pool: Pool,
  noticeId: string,
  processId: string,
  now: Instant,
): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    await transaction.query(
      `update notice set state = 'running', started_at = $2 where id = $1 and state = 'loaded'`,
      [noticeId, now],
    );
    const { rowCount } = await transaction.query(
      `update process set state = 'running', started_at = $3, waits_for = null
       where notice_id = $1 and id = $2 and state = 'waiting'`,
      [noticeId, processId, now],
    );
    if (rowCount === 1) {
      await appendLog(transaction, noticeId, now, [
        { actor: 'engine', action: 'process-started', subject: `${noticeId}/${processId}` },
      ]);
    }
  });
}

export interface ProcessEnd {
  noticeId: string;
  processId: string;
  /** keys of the periods whose follow-up has been started: each enters its period in the register a moment later */
  started: readonly string[];
  now: Instant;
}

/**
 * Marks a process as done where every period that was started has been entered, those that decisions have added among
 * them, and none is followed any more; until then it can still be paused or cancelled.
 * @returns whether it is done
 */
export async function markDone(
  pool: Pool,
  { noticeId, processId, started, now }: ProcessEnd,
): Promise<boolean> {
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ state: string }>(
      `update process p set state = 'done'
       where notice_id = $1 and id = $2 and state = 'running'
         and not exists (select from period d where d.notice_id = p.notice_id and d.process_id = p.id and d.state in ('open', 'paused'))
         and not exists (select from decided_period a where a.notice_id = p.notice_id and a.process_id = p.id
           and not exists (select from period d where d.id = a.id))
         and not exists (select from unnest($3::text[]) k
           where not exists (select from period d where d.notice_id = p.notice_id and d.process_id = p.id and d.key = k))
       returning state`,
      [noticeId, processId, started],
    );
    if (rows.length === 0) {
      const { rows: found } = await transaction.query<{ state: string }>(
        'select state from process where notice_id = $1 and id = $2',
        [noticeId, processId],
      );
      return found[0]?.state === 'done' || found[0]?.state === 'cancelled';
    }
    await wakeLater(transaction, [noticeWorkflowId(noticeId)]);
    await appendLog(transaction, noticeId, now, [
      { actor: 'engine', action: 'process-done', subject: processWorkflowId(noticeId, processId) },
    ]);
    return true;
  });
}

/** Whether nothing of a notice runs any more: every process that was started has ended, and so have their periods. */
export async function isAllDone(queryable: Queryable, noticeId: string): Promise<boolean> {
  const { rows } = await queryable.query<{ done: boolean }>(
    `select exists (select from process where notice_id = $1 and state in ('done', 'cancelled'))
       and not exists (select from process where notice_id = $1 and state in ('running', 'paused'))
       and not exists (select from period where notice_id = $1 and state in ('open', 'paused'))
       and not exists (select from decided_period where notice_id = $1 and started_at is null) as done`,
    [noticeId],
  );
  return rows[0]?.done ?? false;
}
