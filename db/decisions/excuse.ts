import type { Excuse } from '../../contracts/decisions.ts';
import { findingsAbout, withdrawFindings } from '../findings/withdrawFindings.ts';
import type { ComposeReversed } from '../findings/withdrawWords.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { type Affected, readAffected } from './affected.ts';
import { closeObligations } from './closeObligations.ts';
import { lockObligations, mustBeOpen } from './lockObligations.ts';
import { type Deciding, decidedBefore, recordDecision, subjectOf } from './recordDecision.ts';
import { wakeSettled } from './wakeSettled.ts';

export interface ExcuseInput extends Deciding {
  decision: Excuse;
  composeReversed: ComposeReversed;
  compose: (facts: { items: Affected[]; decision: Excuse }) => NewLetter[];
}

/**
 * Excuses open obligations: for leave, sickness, a mission or another reason (the domain's "Who excuses"; whether the
 * actor may is asked before, by `mayDecide`). What was to come stops. Where a finding had been made, this is the named
 * decision that reverses it.
 * @throws NotFound, Conflict where one of them is no longer open: then none is excused
 */
export async function excuse(pool: Pool, input: ExcuseInput): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const obligations = await lockObligations(transaction, noticeId, decision.obligations);
    if (await decidedBefore(transaction, input, 'excuse')) return { decisionId };
    mustBeOpen(obligations);
    const ids = obligations.map(({ id }) => id);
    const decided = await recordDecision(transaction, input, {
      kind: 'excuse',
      subject: subjectOf(noticeId, obligations),
      reason: decision.reason,
      detail: { ground: decision.ground, obligations: ids },
    });
    const by = { actor: actor.id, decisionId, at };
    const withdrawn = await withdrawFindings(transaction, await findingsAbout(transaction, ids), {
      ...by,
      composeReversed: input.composeReversed,
    });
    const closed = await closeObligations(transaction, obligations, 'excused', by);
    const letters = input.compose({ items: await readAffected(transaction, ids, at), decision });
    const queued = await queueLetters(transaction, { noticeId, now: at, letters });
    await wakeSettled(transaction, obligations);
    await appendLog(transaction, noticeId, at, [decided, ...withdrawn, ...closed, ...queued]);
    return { decisionId };
  });
}
