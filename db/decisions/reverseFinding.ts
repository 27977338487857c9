import type { Instant } from '../../contracts/plan.ts';
import { stopClimbs } from '../escalation/stopClimbs.ts';
import { lockFinding, mustBe } from '../findings/lockFinding.ts';
import { withdrawFindings } from '../findings/withdrawFindings.ts';
import type { ComposeReversed } from '../findings/withdrawWords.ts';
import { recallRounds } from '../letters/recallRounds.ts';
import { appendLog, type LogEntry } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';

/**
 * Reverses a finding, recorded or released, by a named decision. It stays in the register and in the log; counts of
 * misses, which are made from the findings, follow, and whoever got the notice's words is told. Where none stands about
 * its obligation any more, a rung that no superior has heard of is stopped; an extension that is missed takes it anew.
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
    const unheard = await stopUnheard(transaction, finding.obligationId, at);
    await appendLog(transaction, noticeId, at, [decided, ...reversed, ...unheard]);
    return { decisionId };
  });
}

async function stopUnheard(
  transaction: Transaction,
  obligationId: string,
  at: Instant,
): Promise<LogEntry[]> {
  const { rowCount } = await transaction.query(
    `select 1 from finding where obligation_id = $1 and state in ('recorded', 'released') limit 1`,
    [obligationId],
  );
  if (rowCount !== 0) return [];
  const rounds = await recallRounds(transaction, [obligationId]);
  return [...rounds, ...(await stopClimbs(transaction, [obligationId], at))];
}
