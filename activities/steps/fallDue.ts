import { appendLog } from '../../db/log.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { readStepContext, type StepInput } from './step.ts';

/**
 * The due time: writes into the log how the track stands at it, where anybody is still open. Who is late is told by the
 * times of receipt, not by this step.
 */
export async function fallDue(pool: Pool, input: StepInput): Promise<void> {
  const { notice } = await readStepContext(pool, input.scheduleId);
  await inTransaction(pool, async (transaction) => {
    const { rowCount } = await transaction.query(
      `select 1 from log where subject = $1 and action = 'fell-due'`,
      [input.scheduleId],
    );
    if (rowCount !== 0) return; // taken before a crash
    const { rows } = await transaction.query<{ outcome: string; n: number }>(
      'select outcome, count(*) as n from obligation where schedule_id = $1 group by outcome',
      [input.scheduleId],
    );
    if (rows.every(({ outcome }) => outcome !== 'open')) return; // the last came in just before
    await appendLog(transaction, notice.id, input.now, [
      {
        actor: 'engine',
        action: 'fell-due',
        subject: input.scheduleId,
        detail: Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])),
      },
    ]);
  });
}
