import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';
import type { NewSubmission, Receipt } from './newSubmission.ts';

interface EnteredRow {
  receipt_no: string;
  received_at: Instant;
  recorded_at: Instant;
  capacities: string[];
  content_sha256: string;
  obligations: string[];
  version: number;
  late: boolean | null;
}

/**
 * The receipt that a submission with this id was answered with, or null where there is none yet. Whether it was late is
 * read from the log, as it was said then: the obligation may have moved on since.
 * @throws Conflict where other content, or other obligations, came under the same id
 */
export async function receiptBefore(
  transaction: Transaction,
  { id, obligationIds }: NewSubmission,
  sha256: string,
): Promise<Receipt | null> {
  const { rows } = await transaction.query<EnteredRow>(
    `select s.receipt_no, s.received_at, s.recorded_at, s.capacities, s.content_sha256,
       array_agg(c.obligation_id order by c.obligation_id) as obligations, max(c.version) as version,
       bool_or((l.detail->>'late')::boolean) as late
     from submission s
     join submission_obligation c on c.submission_id = s.id
     left join log l on l.subject = c.obligation_id and l.action = 'submission-taken' and l.detail->>'submission' = s.id::text
     where s.id = $1 group by s.id`,
    [id],
  );
  const row = rows[0];
  if (!row) return null;
  const asked = [...new Set(obligationIds)].sort();
  const same = [...row.obligations].sort();
  if (row.content_sha256 !== sha256 || asked.join('\n') !== same.join('\n')) {
    throw new PermanentFailure(
      FAILURES.conflict,
      `another submission was taken as ${id}: hand this one in with an id of its own`,
      '/id',
    );
  }
  return {
    submissionId: id,
    receiptNo: row.receipt_no,
    receivedAt: row.received_at,
    recordedAt: row.recorded_at,
    late: row.late ?? false,
    version: row.version,
    capacities: row.capacities,
    obligationIds: row.obligations,
  };
}
