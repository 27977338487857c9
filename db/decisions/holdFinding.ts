import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { lockFinding, mustBe } from '../findings/lockFinding.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';

/**
 * Holds a recorded finding back: its words stay in until somebody releases it after all. It is recorded as before, and
 * stands in the digest as unreleased.
 * @throws NotFound, Conflict where it is not recorded or on hold already
 */
export async function holdFinding(
  pool: Pool,
  input: Deciding & { findingId: string; decision: { reason: string } },
): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, findingId, at } = input;
  return inTransaction(pool, async (transaction) => {
    const finding = await lockFinding(transaction, noticeId, findingId);
    if (await decidedBefore(transaction, input, 'hold-finding')) return { decisionId };
    mustBe(finding, ['recorded']);
    if (finding.held) {
      throw new PermanentFailure(FAILURES.conflict, `the finding ${findingId} is on hold already`);
    }
    const decided = await recordDecision(transaction, input, {
      kind: 'hold-finding',
      subject: findingId,
      reason: input.decision.reason,
      detail: { obligation: finding.obligationId },
    });
    await transaction.query('update finding set held = true where id = $1', [findingId]);
    await appendLog(transaction, noticeId, at, [decided]);
    return { decisionId };
  });
}
