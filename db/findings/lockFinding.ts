import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';

export interface LockedFinding {
  id: string;
  obligationId: string;
  state: 'withheld' | 'recorded' | 'released' | 'reversed';
  hasWords: boolean;
  held: boolean;
  evidence: SentEvidence[];
  recordedAt: Instant;
  /** the due time that it is about: whoever held the post then was found */
  dueAt: Instant;
  lastDay: string;
  /** of its obligation, as it stands */
  outcome: string;
  presentDueAt: Instant;
}

/** Locks a finding until the commit by its obligation's row, as everybody who writes findings does, and then reads it. @throws NotFound */
export async function lockFinding(
  transaction: Transaction,
  noticeId: string,
  findingId: string,
): Promise<LockedFinding> {
  await transaction.query(
    `select 1 from obligation where id = (select obligation_id from finding where id = $1 and notice_id = $2) for no key update`,
    [findingId, noticeId],
  );
  const { rows } = await transaction.query<LockedFinding>(
    `select f.id, f.obligation_id as "obligationId", f.state, f.has_words as "hasWords", f.held, f.evidence,
       f.recorded_at as "recordedAt", f.due_at as "dueAt", f.last_day as "lastDay", o.outcome,
       o.due_at as "presentDueAt"
     from finding f join obligation o on o.id = f.obligation_id where f.id = $1 and f.notice_id = $2`,
    [findingId, noticeId],
  );
  const row = rows[0];
  if (row) return row;
  throw new PermanentFailure(
    FAILURES.notFound,
    `the notice ${noticeId} has no finding ${findingId}`,
  );
}

/** Refuses what a finding's state does not allow, saying the state. @throws Conflict */
export function mustBe(finding: LockedFinding, allowed: readonly LockedFinding['state'][]): void {
  if (allowed.includes(finding.state)) return;
  throw new PermanentFailure(
    FAILURES.conflict,
    `nothing was decided: the finding ${finding.id} is ${finding.state}, not ${allowed.join(' or ')}`,
  );
}
