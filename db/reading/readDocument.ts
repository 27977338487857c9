import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** A document that a process had to have issued, by the receipt of its latest version. */
export interface ReceivedDocument {
  /** of the signed original; null while that has not followed */
  number: string | null;
  receiptNo: string;
  receivedAt: Instant;
}

/** The document of a process (a campaign's, before its first peak); null where none has come. */
export async function readDocument(
  queryable: Queryable,
  { noticeId, processId }: { noticeId: string; processId: string },
): Promise<ReceivedDocument | null> {
  const { rows } = await queryable.query<ReceivedDocument>(
    `select s.signed_original_no as number, s.receipt_no as "receiptNo", s.received_at as "receivedAt"
     from period d
     join obligation o on o.period_id = d.id and o.deliverable = 'document'
     join submission_obligation so on so.obligation_id = o.id
     join submission s on s.id = so.submission_id
     where d.notice_id = $1 and d.process_id = $2
     order by so.version desc limit 1`,
    [noticeId, processId],
  );
  return rows[0] ?? null;
}
