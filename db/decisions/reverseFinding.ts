import { lockFinding, mustBe } from '../findings/lockFinding.ts';
import { withdrawFindings } from '../findings/withdrawFindings.ts';
import type { ComposeReversed } from '../findings/withdrawWords.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';

/**
 * Reverses a finding, recorded or released, by a named decision. It stays in the register and in the log; counts of
 * misses, which are made from the findings, follow, and whoever got the notice's words is told.
 * @throws NotFound, Conflict where it is withheld or reversed already
 */
export async function reverseFinding(
  pool: Pool,
  input: Deciding & {
    findingId: string;
    decision: { reason: string };
    composeReversed: ComposeReversed;
  },
): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, findingId, actor, at } = input;
  return inTransaction(pool, async (transaction) => {
    const finding = await lockFinding(transaction, noticeId, findingId);
    if (await decidedBefore(transaction, input, 'reverse-finding')) return { decisionId };
    mustBe(finding, ['recorded', 'released']);
    const decided = await recordDecision(transaction, input, {
      kind: 'reverse-finding',
      subject: findingId,
      reason: input.decision.reason,
      detail: { obligation: finding.obligationId, was: finding.state },
    });
    const reversed = await withdrawFindings(transaction, [findingId], {
      decisionId,
      actor: actor.id,
      at,
      composeReversed: input.composeReversed,
    });
    await appendLog(transaction, noticeId, at, [decided, ...reversed]);
    return { decisionId };
  });
}
