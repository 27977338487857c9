import type { SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Transaction } from '../transaction.ts';

export interface NewFinding {
  id: string;
  obligationId: string;
  doubts: string[];
  hasWords: boolean;
  evidence: SentEvidence[];
}

/**
 * Records what silence at a schedule's due time led to for a chunk of obligations, by their rows' locks: who reported in
 * the meantime is left out, and so is whoever was given another due time or has a finding about this one already. A
 * finding with doubts is withheld and says why.
 */
export async function recordFindings(
  transaction: Transaction,
  input: {
    noticeId: string;
    scheduleId: string;
    findings: NewFinding[];
    releaseDueAt: Instant;
    now: Instant;
  },
): Promise<number> {
  const { noticeId, scheduleId, findings, releaseDueAt, now } = input;
  const { rows } = await transaction.query<{
    id: string;
    obligation_id: string;
    state: string;
    doubts: string[];
  }>(RECORD, [JSON.stringify(findings), noticeId, now, releaseDueAt, scheduleId]);
  await appendLog(
    transaction,
    noticeId,
    now,
    rows.map((row) => ({
      actor: 'engine',
      action: row.state === 'withheld' ? 'finding-withheld' : 'no-report-recorded',
      subject: row.obligation_id,
      detail: { finding: row.id, doubts: row.doubts },
    })),
  );
  return rows.length;
}

// Locked by id and looked at again once locked: whoever reported or was extended in the meantime is not among them any more.
const RECORD = `
with given as materialized (
  select * from jsonb_to_recordset($1) as f(id uuid, "obligationId" text, doubts text[], "hasWords" boolean, evidence jsonb)),
silent as materialized (
  select id, due_at from obligation
  where id = any(array(select "obligationId" from given)) and outcome = 'open' and schedule_id = $5
  order by id for update)
insert into finding (id, obligation_id, due_at, last_day, notice_id, state, doubts, has_words, evidence, recorded_at, release_due_at)
select f.id, f."obligationId", o.due_at, (select last_day from schedule where id = $5), $2, case when cardinality(f.doubts) > 0 then 'withheld' else 'recorded' end, f.doubts,
  f."hasWords", f.evidence, $3, case when cardinality(f.doubts) = 0 and f."hasWords" then $4::timestamptz end
from given f join silent o on o.id = f."obligationId"
on conflict (obligation_id, due_at) do nothing
returning id, obligation_id, state, doubts`;
