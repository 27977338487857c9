import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { noticeWorkflowId, processWorkflowId } from '../../contracts/ids.ts';
import { appendLog } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import { openInPeriod } from '../periods/openInPeriod.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import type { WhenClosedByDecision } from './closedByDecision.ts';
import { lockOwed } from './lockOwed.ts';
import { lockPeriod, type PeriodDecided } from './lockPeriod.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';
import { stopPursuit } from './stopPursuit.ts';

/**
 * Closes a period with things missing: what a collection waits for need not keep it open for ever. What is missing
 * stays open and overdue on record and is still taken, as late; nothing more is sent for it, and nothing climbs.
 * @throws NotFound, Conflict where the period is not open (a paused one is resumed first) or where something in it is
 * not due yet: time is taken from nobody, that is excused or cancelled by its own decision
 */
export async function closePeriod(
  pool: Pool,
  input: Deciding & {
    periodId: string;
    decision: { reason: string };
    whenClosed: WhenClosedByDecision;
  },
): Promise<PeriodDecided> {
  const { decisionId, noticeId, periodId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const obligations = await lockOwed(transaction, { noticeId, periods: [periodId] }, () =>
      openInPeriod(transaction, periodId),
    );
    const before = await decidedBefore(transaction, input, 'close-period');
    if (before) return { decisionId, woken: before.woken as string[] };
    const { processId, state, plan } = await lockPeriod(transaction, noticeId, periodId);
    if (state === 'paused') {
      throw refusal(`the period ${periodId} is paused: resume its process first`);
    }
    const missing = obligations.filter(({ outcome }) => outcome === 'open');
    const notDue = missing.find(({ dueAt }) => at < dueAt);
    if (notDue) throw refusal(`${notDue.id} is not due before ${notDue.dueAt}`);

    const missingIds = missing.map(({ id }) => id);
    const woken = [noticeWorkflowId(noticeId), processWorkflowId(noticeId, processId)];
    const decided = await recordDecision(transaction, input, {
      kind: 'close-period',
      subject: periodId,
      reason: decision.reason,
      detail: { missing: missingIds, woken },
    });
    await transaction.query(`update period set state = 'closed', closed_at = $2 where id = $1`, [
      periodId,
      at,
    ]);
    const stopped = await stopPursuit(transaction, missingIds, at);
    const closed = { id: periodId, processId, plan, pause: null, at };
    const further = await input.whenClosed(transaction, closed);
    await wakeLater(transaction, woken);
    await appendLog(transaction, noticeId, at, [
      decided,
      ...stopped,
      {
        actor: actor.id,
        action: 'period-closed',
        subject: periodId,
        detail: { decision: decisionId, missing: missingIds.length },
      },
      ...further,
    ]);
    return { decisionId, woken };
  });
}

const refusal = (why: string) =>
  new PermanentFailure(FAILURES.conflict, `nothing was decided: ${why}`);
