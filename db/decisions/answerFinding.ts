import { lockFinding, mustBe } from '../findings/lockFinding.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';

/**
 * The person found answers a finding; every answer is kept beside it and changes nothing by itself. The words stand in
 * `finding_answer` alone.
 * @throws NotFound, Conflict where there is nothing to answer (withheld or reversed)
 */
export async function answerFinding(
  pool: Pool,
  input: Deciding & { findingId: string; body: string },
): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, findingId, actor, at, body } = input;
  return inTransaction(pool, async (transaction) => {
    const finding = await lockFinding(transaction, noticeId, findingId);
    if (await decidedBefore(transaction, input, 'answer-finding')) return { decisionId };
    mustBe(finding, ['recorded', 'released']);
    // two answers at one instant of a clock that stands still are a millisecond apart
    await transaction.query(
      `insert into finding_answer (finding_id, at, actor, body)
       select $1, greatest($2::timestamptz, max(a.at) + interval '1 millisecond'), $3, $4 from finding_answer a where a.finding_id = $1`,
      [findingId, at, actor.id, body],
    );
    const decided = await recordDecision(transaction, input, {
      kind: 'answer-finding',
      subject: findingId,
      reason: null,
      detail: { obligation: finding.obligationId },
    });
    await appendLog(transaction, noticeId, at, [decided]);
    return { decisionId };
  });
}
