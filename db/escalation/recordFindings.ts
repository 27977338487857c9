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
 * Records what silence led to for a chunk of obligations, by their rows' locks: who reported in the meantime is left
 * out, and so is who has a finding already. A finding with doubts is withheld and says why.
 */
export async function recordFindings(
  transaction: Transaction,
  input: { noticeId: string; findings: NewFinding[]; releaseDueAt: Instant; now: Instant },
): Promise<number> {
  const { noticeId, findings, releaseDueAt, now } = input;
  await transaction.query('select 1 from obligation where id = any($1) order by id for update', [
    findings.map(({ obligationId }) => obligationId),
  ]);
  const { rows } = await transaction.query<{
    id: string;
    obligation_id: string;
    state: string;
    doubts: string[];
  }>(
    `insert into finding (id, obligation_id, notice_id, state, doubts, has_words, evidence, recorded_at, release_due_at)
     select f.id, f."obligationId", $2, case when cardinality(f.doubts) > 0 then 'withheld' else 'recorded' end, f.doubts,
       f."hasWords", f.evidence, $3, case when cardinality(f.doubts) = 0 and f."hasWords" then $4::timestamptz end
     from jsonb_to_recordset($1) as f(id uuid, "obligationId" text, doubts text[], "hasWords" boolean, evidence jsonb)
     join obligation o on o.id = f."obligationId" and o.outcome = 'open'
     on conflict (obligation_id) do nothing
     returning id, obligation_id, state, doubts`,
    [JSON.stringify(findings), noticeId, now, releaseDueAt],
  );
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
