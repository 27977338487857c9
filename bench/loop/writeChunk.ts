import type { LetterDocument, SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';

/** A letter of the loop, with what is recorded beside it. */
export interface LoopRow {
  id: string;
  key: string;
  messageId: string;
  /** of its mail */
  sha256: string;
  personId: string;
  document: LetterDocument;
  obligationId: string;
  findingId: string;
  evidence: SentEvidence[];
}

/** Writes ten findings and ten letters, already in the loop's hands, with their log rows: two statements. */
export async function writeChunk(
  pool: Pool,
  burst: { noticeId: string; periodId: string },
  rows: LoopRow[],
  now: Instant,
): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    await transaction.query({
      name: 'write-chunk',
      text: WRITE,
      values: [JSON.stringify(rows), burst.noticeId, burst.periodId, now],
    });
    const entries = rows.flatMap(({ id, key, obligationId, findingId }) => [
      { actor: 'engine', action: 'letter-written', subject: id, detail: { kind: 'overdue', key } },
      {
        actor: 'engine',
        action: 'no-report-recorded',
        subject: obligationId,
        detail: { finding: findingId, doubts: [] },
      },
    ]);
    await transaction.query('select log_append($1, $2, $3::jsonb)', [
      burst.noticeId,
      now,
      JSON.stringify(entries),
    ]);
  });
}

const WRITE = `
with given as materialized (
  select g.* from jsonb_to_recordset($1) as g(id uuid, key text, "messageId" text, sha256 text, "personId" text, document jsonb,
    "obligationId" text, "findingId" uuid, evidence jsonb)
  join obligation o on o.id = g."obligationId" and o.outcome = 'open'),
letters as (
  insert into letter (id, notice_id, key, kind, person_id, period_id, message_id, state, claimed_by, attempts, bytes_sha256, not_before, written_at)
  select id, $2, key, 'overdue', "personId", $3, "messageId", 'sending', id, 1, sha256, $4, $4 from given),
texts as (insert into letter_text (letter_id, document) select id, document from given),
about as (insert into letter_obligation (letter_id, obligation_id) select id, "obligationId" from given)
insert into finding (id, obligation_id, due_at, last_day, notice_id, state, doubts, has_words, evidence, recorded_at)
select g."findingId", o.id, o.due_at, s.last_day, $2, 'recorded', '{}', false, g.evidence, $4
from given g join obligation o on o.id = g."obligationId" join schedule s on s.id = o.schedule_id`;
