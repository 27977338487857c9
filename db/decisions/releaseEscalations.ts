import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { roundWorkflowId } from '../../contracts/ids.ts';
import { appendLog, type LogEntry } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';

export interface EscalationsReleased {
  decisionId: string;
  /** how many rungs may now be told */
  released: number;
}

/**
 * Releases what has climbed in a period and waits ("in the first two periods letters above a member's level wait for
 * release by the Office"). It goes out with the next daily round, which is woken.
 * @throws Conflict where nothing of the period waits for release
 */
export async function releaseEscalations(
  pool: Pool,
  input: Deciding & { periodId: string; decision: { reason: string } },
): Promise<EscalationsReleased> {
  const { decisionId, noticeId, periodId, actor, at } = input;
  return inTransaction(pool, async (transaction) => {
    await transaction.query(
      `select 1 from obligation o where o.period_id = $1 and o.notice_id = $2
         and exists (select from climb c where c.obligation_id = o.id and c.needs_release)
       order by o.id for no key update`,
      [periodId, noticeId],
    );
    const before = await decidedBefore(transaction, input, 'release-escalations');
    if (before) return { decisionId, released: Number(before.released) };
    const { rows } = await transaction.query<{ obligation_id: string; rung: string }>(
      `update climb c set released_at = $3 from obligation o
       where o.id = c.obligation_id and o.period_id = $1 and o.notice_id = $2 and o.outcome = 'open'
         and c.needs_release and c.released_at is null and c.stopped_at is null and c.letter_id is null
       returning c.obligation_id, c.rung`,
      [periodId, noticeId, at],
    );
    if (rows.length === 0) {
      throw new PermanentFailure(
        FAILURES.conflict,
        `nothing that has climbed in ${periodId} waits for release`,
      );
    }
    const decided = await recordDecision(transaction, input, {
      kind: 'release-escalations',
      subject: periodId,
      reason: input.decision.reason,
      detail: { released: rows.length },
    });
    await wakeLater(transaction, [roundWorkflowId(noticeId)]);
    await appendLog(transaction, noticeId, at, [
      decided,
      ...rows.map(
        ({ obligation_id, rung }): LogEntry => ({
          actor: actor.id,
          action: 'escalation-released',
          subject: obligation_id,
          detail: { rung, decision: decisionId },
        }),
      ),
    ]);
    return { decisionId, released: rows.length };
  });
}
