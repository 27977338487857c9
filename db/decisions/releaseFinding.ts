import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { SentEvidence } from '../../contracts/letters.ts';
import { lockFinding, mustBe } from '../findings/lockFinding.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { type Affected, readAffected } from './affected.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';

export interface ReleaseFindingInput extends Deciding {
  findingId: string;
  decision: { reason: string };
  compose: (facts: {
    findingId: string;
    evidence: SentEvidence[];
    items: Affected[];
  }) => NewLetter[];
}

/**
 * Releases a finding in the notice's own words (clause 5: "nếu không có báo cáo thì coi như đồng chí đó không đi chỉ
 * đạo"); the letter with them goes out. One that is on hold may be released later.
 * @throws NotFound; Conflict where it is not recorded (withheld, released or reversed), where the notice states no
 * words, where the obligation was excused or cancelled since, or while an extension runs
 */
export async function releaseFinding(
  pool: Pool,
  input: ReleaseFindingInput,
): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, findingId, at } = input;
  return inTransaction(pool, async (transaction) => {
    const finding = await lockFinding(transaction, noticeId, findingId);
    if (await decidedBefore(transaction, input, 'release-finding')) return { decisionId };
    mustBe(finding, ['recorded']);
    if (!finding.hasWords) refuse(`the notice states no consequence for ${finding.obligationId}`);
    if (finding.outcome !== 'open' && finding.outcome !== 'late') {
      refuse(`the obligation ${finding.obligationId} is ${finding.outcome}`);
    }
    if (finding.outcome === 'open' && at < finding.presentDueAt) {
      refuse(`${finding.obligationId} has been extended and is due at ${finding.presentDueAt}`);
    }
    const decided = await recordDecision(transaction, input, {
      kind: 'release-finding',
      subject: findingId,
      reason: input.decision.reason,
      detail: { obligation: finding.obligationId },
    });
    await transaction.query(
      `update finding set state = 'released', held = false, decided_at = $2, decision_id = $3 where id = $1`,
      [findingId, at, decisionId],
    );
    const { dueAt, lastDay } = finding;
    const items = (await readAffected(transaction, [finding.obligationId], dueAt)).map((item) => ({
      ...item,
      dueAt,
      lastDay,
    }));
    const letters = input.compose({ findingId, evidence: finding.evidence, items });
    const queued = await queueLetters(transaction, { noticeId, now: at, letters });
    await appendLog(transaction, noticeId, at, [
      decided,
      {
        actor: input.actor.id,
        action: 'finding-released',
        subject: finding.obligationId,
        detail: { finding: findingId, decision: decisionId },
      },
      ...queued,
    ]);
    return { decisionId };
  });
}

function refuse(why: string): never {
  throw new PermanentFailure(FAILURES.conflict, `nothing was released: ${why}`);
}
