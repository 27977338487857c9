import { noticeWorkflowId, processWorkflowId } from '../../contracts/ids.ts';
import { acceptByTime } from '../../db/decisions/acceptByTime.ts';
import { appendLog } from '../../db/log.ts';
import { wakeLater } from '../../db/outbox.ts';
import { closeUnproposed } from '../../db/periods/closeUnproposed.ts';
import { readAgenda } from '../../db/periods/readAgenda.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { lockBatch } from './lock.ts';
import { readStepContext, type StepInput } from './step.ts';
import { whenClosed } from './whenClosed.ts';

/**
 * Closes a period once its last schedule has come to its close: what nobody reviewed counts as accepted, and a lock
 * that the office never certified is recorded as such, each silent party's finding withheld. What else a close means is
 * its kind of process's own.
 */
export async function closePeriod(pool: Pool, input: StepInput): Promise<void> {
  const context = await readStepContext(pool, input.scheduleId);
  const { notice, processId } = context;
  const agenda = await readAgenda(pool, input.periodId);
  const closes = agenda.steps.filter(({ kind }) => kind === 'close');
  if (closes.length > 1) return; // another schedule of this period is still running

  for (const step of agenda.steps.filter(({ kind, ready }) => kind === 'lock' && !ready)) {
    for (const batch of step.batches) {
      await lockBatch(pool, {
        periodId: input.periodId,
        scheduleId: step.scheduleId,
        stepKey: step.key,
        batch,
        now: input.now,
      });
    }
  }
  await acceptByTime(pool, { noticeId: notice.id, now: input.now });
  await inTransaction(pool, async (transaction) => {
    const { periodId, now } = input;
    const unproposed = await closeUnproposed(transaction, { noticeId: notice.id, periodId, now });
    const { rowCount } = await transaction.query(
      `update period set state = 'closed', closed_at = $2 where id = $1 and state = 'open'`,
      [input.periodId, input.now],
    );
    if (rowCount === 0) return;
    const { rows } = await transaction.query<{ outcome: string; n: number }>(
      'select outcome, sum(n) as n from period_counter where period_id = $1 and n > 0 group by outcome',
      [input.periodId],
    );
    const further = await whenClosed(transaction, context, input);
    await wakeLater(transaction, [
      noticeWorkflowId(notice.id),
      processWorkflowId(notice.id, processId),
    ]);
    await appendLog(transaction, notice.id, input.now, [
      ...unproposed,
      {
        actor: 'engine',
        action: 'period-closed',
        subject: input.periodId,
        detail: Object.fromEntries(rows.map(({ outcome, n }) => [outcome, Number(n)])),
      },
      ...further,
    ]);
  });
}
