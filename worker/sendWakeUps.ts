import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { noticeOfWorkflow } from '../contracts/ids.ts';
import { WAKE } from '../contracts/messages.ts';
import { leaveRollCall, makeWake } from '../db/clock/rollCall.ts';
import { onNotification } from '../db/onNotification.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';

export interface WakeUpsOptions {
  pool: Pool;
  client: Client;
  /** Facts about one workflow within this time are told in one signal. */
  coalesceMs: number;
  /** Gets one line for each wake-up that could not be told. */
  say: (line: string) => void;
  signal: AbortSignal;
}

/**
 * Tells workflows what the register has noted for them: each row of the outbox becomes a signal. A row goes only once
 * its signal has been taken, so a crash or a Temporal that is down delays it and loses nothing; told twice does no harm.
 */
export async function sendWakeUps(options: WakeUpsOptions): Promise<void> {
  const { pool, signal, say } = options;
  const toldAt = new Map<string, number>();
  await onNotification({ pool, channel: 'outbox', pollMs: 500, signal, say }, async () => {
    while (!signal.aborted && (await tellSome(options, toldAt)) > 0);
    for (const [workflowId, at] of toldAt) if (Date.now() - at > 60_000) toldAt.delete(workflowId);
  });
}

interface Row {
  id: number;
  workflow_id: string;
}

async function tellSome(options: WakeUpsOptions, toldAt: Map<string, number>): Promise<number> {
  const { pool, coalesceMs } = options;
  const justTold = [...toldAt]
    .filter(([, at]) => Date.now() - at < coalesceMs)
    .map(([workflowId]) => workflowId);
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<Row>(
      `select id, workflow_id from outbox where next_try_at <= clock_timestamp() and workflow_id <> all($1)
       order by id limit 20 for update skip locked`,
      [justTold],
    );
    const results = await Promise.all(
      rows.map(async (row) => ({ row, error: await tell(options, row) })),
    );
    for (const { row, error } of results) {
      if (error === undefined) toldAt.set(row.workflow_id, Date.now());
      else options.say(`wake-up ${row.workflow_id}: ${error}; tried again`);
    }
    const told = results.filter(({ error }) => error === undefined).map(({ row }) => row.id);
    const failed = results.flatMap(({ row, error }) =>
      error === undefined ? [] : [{ id: row.id, error }],
    );
    await transaction.query('delete from outbox where id = any($1)', [told]);
    await transaction.query(
      `update outbox o set attempts = attempts + 1, last_error = f.error,
         next_try_at = clock_timestamp() + least(60, power(2, attempts)) * interval '1 second'
       from jsonb_to_recordset($1) as f(id bigint, error text) where o.id = f.id`,
      [JSON.stringify(failed)],
    );
    return told.length;
  });
}

/** Sends one wake-up; answers with what went wrong, undefined where the workflow has it or has ended. */
async function tell({ pool, client }: WakeUpsOptions, row: Row): Promise<string | undefined> {
  try {
    const wake = await makeWake(pool, noticeOfWorkflow(row.workflow_id), row.workflow_id);
    await client.workflow.getHandle(row.workflow_id).signal(WAKE, wake);
    return undefined;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) {
      await leaveRollCall(pool, row.workflow_id); // it has ended: nobody is left to be told
      return undefined;
    }
    return error instanceof Error ? error.message : String(error);
  }
}
