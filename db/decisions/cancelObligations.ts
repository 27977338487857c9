import type { CancelObligations } from '../../contracts/decisions.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { closeObligations } from './closeObligations.ts';
import { lockObligations, mustBeOpen } from './lockObligations.ts';
import { mustBeOfPeriod, type PeriodDecided } from './lockPeriod.ts';
import { type Deciding, decidedBefore, recordDecision, subjectOf } from './recordDecision.ts';
import { type ComposeCancelled, tellCancelled } from './tellCancelled.ts';
import { wakeSettled } from './wakeSettled.ts';

/**
 * Cancels open obligations of a period, stops what was to come for them and tells whoever had been asked. A finding made
 * before stays: the silence was one while the report was owed.
 * @throws NotFound, Conflict where one of them is no longer open: then none is cancelled
 */
export async function cancelObligations(
  pool: Pool,
  input: Deciding & { periodId: string; decision: CancelObligations; compose: ComposeCancelled },
): Promise<PeriodDecided> {
  const { decisionId, noticeId, periodId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const obligations = await lockObligations(transaction, noticeId, decision.obligations);
    const before = await decidedBefore(transaction, input, 'cancel');
    if (before) return { decisionId, woken: before.woken as string[] };
    mustBeOfPeriod(obligations, periodId);
    mustBeOpen(obligations);
    const by = { actor: actor.id, decisionId, at };
    const closed = await closeObligations(transaction, obligations, 'cancelled', by);
    const woken = await wakeSettled(transaction, obligations);
    const decided = await recordDecision(transaction, input, {
      kind: 'cancel',
      subject: subjectOf(noticeId, obligations),
      reason: decision.reason,
      detail: { woken, obligations: obligations.map(({ id }) => id) },
    });
    const { compose } = input;
    const told = await tellCancelled(transaction, {
      noticeId,
      cancelled: obligations,
      at,
      compose,
    });
    await appendLog(transaction, noticeId, at, [decided, ...closed, ...told]);
    return { decisionId, woken };
  });
}
