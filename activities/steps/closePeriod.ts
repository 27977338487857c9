import { noticeWorkflowId, processWorkflowId } from '../../contracts/ids.ts';
import type { Agenda } from '../../contracts/messages.ts';
import { acceptByTime } from '../../db/decisions/acceptByTime.ts';
import { lockOwed } from '../../db/decisions/lockOwed.ts';
import { appendLog } from '../../db/log.ts';
import { wakeLater } from '../../db/outbox.ts';
import { closeUnproposed } from '../../db/periods/closeUnproposed.ts';
import { openInPeriod } from '../../db/periods/openInPeriod.ts';
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
  if (isFollowedOn(agenda)) return;

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
    await lockOwed(transaction, { noticeId: notice.id, periods: [periodId] }, () =>
      openInPeriod(transaction, periodId),
    );
    // an extension, a supplement or another owner may have come since
    if (isFollowedOn(await readAgenda(transaction, periodId))) return;
    const unproposed = await closeUnproposed(transaction, { noticeId: notice.id, periodId, now });
    const { rowCount } = await transaction.query(
      `update period set state = 'closed', closed_at = $2 where id = $1 and state = 'open'`,
      [periodId, now],
    );
    if (rowCount === 0) return;
    const { rows } = await transaction.query<{ outcome: string; n: number }>(
      'select outcome, sum(n) as n from period_counter where period_id = $1 and n > 0 group by outcome',
      [periodId],
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

/** Whether another schedule of the period still comes to a close of its own, later: that one closes it. */
const isFollowedOn = ({ steps }: Agenda): boolean =>
  steps.filter(({ kind }) => kind === 'close').length > 1;
