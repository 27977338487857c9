import { processWorkflowId } from '../../contracts/ids.ts';
import { appendLog } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { closeObligations } from './closeObligations.ts';
import { lockOwed } from './lockOwed.ts';
import type { PeriodDecided } from './lockPeriod.ts';
import {
  followedPeriods,
  lockProcess,
  mustBeIn,
  openObligations,
  type ProcessDeciding,
} from './lockProcess.ts';
import { decidedBefore, recordDecision } from './recordDecision.ts';
import { type ComposeCancelled, tellCancelled } from './tellCancelled.ts';

/**
 * Cancels a process: what is still open in it is cancelled and whoever had been asked for it is told, what was reported or
 * found stays as it is, and no further period is opened.
 * @throws NotFound, Conflict where it has ended
 */
export async function cancelProcess(
  pool: Pool,
  input: ProcessDeciding & { compose: ComposeCancelled },
): Promise<PeriodDecided> {
  const { decisionId, noticeId, processId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const process = await lockProcess(transaction, input);
    const before = await decidedBefore(transaction, input, 'cancel-process');
    if (before) return { decisionId, woken: before.woken as string[] };
    mustBeIn(processId, process, ['waiting', 'running', 'paused']);
    const periods = await followedPeriods(transaction, input);
    const owed = await lockOwed(transaction, { noticeId, periods }, () =>
      openObligations(transaction, input),
    );
    const open = owed.filter(({ outcome }) => outcome === 'open');
    const by = { actor: actor.id, decisionId, at };
    const closed = await closeObligations(transaction, open, 'cancelled', by);
    const { rows } = await transaction.query<{ id: string }>(
      `update period set state = 'cancelled', closed_at = $3
       where notice_id = $1 and process_id = $2 and state in ('open', 'paused') returning id`,
      [noticeId, processId, at],
    );
    await transaction.query(
      `update process set state = 'cancelled', paused_at = null where notice_id = $1 and id = $2`,
      [noticeId, processId],
    );
    const woken = rows.map(({ id }) => id).sort();
    const decided = await recordDecision(transaction, input, {
      kind: 'cancel-process',
      subject: processWorkflowId(noticeId, processId),
      reason: decision.reason,
      detail: { woken },
    });
    await wakeLater(transaction, woken);
    const { compose } = input;
    const told = await tellCancelled(transaction, { noticeId, cancelled: open, at, compose });
    await appendLog(transaction, noticeId, at, [decided, ...closed, ...told]);
    return { decisionId, woken };
  });
}
