import type { Transaction } from '../transaction.ts';
import type { NewSubmission } from './newSubmission.ts';
import { wordsHash } from './wordsHash.ts';

/** Enters the submission's rows under a new receipt number; a later one for the same obligation is its next version. */
export async function insertSubmission(
  transaction: Transaction,
  submission: NewSubmission,
  covered: { ids: string[]; capacities: string[]; sha256: string },
): Promise<{ receiptNo: string; version: number }> {
  const receiptNo = await insertRecord(transaction, submission, covered);
  await transaction.query(
    'insert into submission_text (submission_id, body, answers, checklist) values ($1, $2, $3, $4)',
    [
      submission.id,
      submission.body,
      JSON.stringify(submission.answers),
      JSON.stringify(submission.checklist),
    ],
  );
  for (const file of submission.attachments) {
    await transaction.query(
      `insert into attachment (id, submission_id, file_name, media_type, size, sha256, content)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        file.id,
        submission.id,
        file.fileName,
        file.mediaType,
        file.content.length,
        file.sha256,
        file.content,
      ],
    );
  }
  const { rows } = await transaction.query<{ version: number }>(
    `insert into submission_obligation (submission_id, obligation_id, version)
     select $1, o.id, 1 + coalesce((select max(version) from submission_obligation s where s.obligation_id = o.id), 0)
     from unnest($2::text[]) as o(id) returning version`,
    [submission.id, covered.ids],
  );
  return { receiptNo, version: Math.max(...rows.map(({ version }) => version)) };
}

async function insertRecord(
  transaction: Transaction,
  submission: NewSubmission,
  { capacities, sha256 }: { capacities: string[]; sha256: string },
): Promise<string> {
  const { rows } = await transaction.query<{ receipt_no: string }>(
    `insert into submission (id, notice_id, receipt_no, channel, kind, signed_by, capacities, uploaded_by, received_at,
       recorded_at, key_in_reason, content_sha256, review, reviewed_at, review_due_at, words_sha256)
     select $1, $2, to_char($9::timestamptz at time zone n.zone, 'YYYY') || '-' || lpad(r.n, greatest(6, length(r.n)), '0'),
       $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $12::timestamptz is null then 'accepted' else 'unreviewed' end,
       case when $12::timestamptz is null then $9 end, coalesce($12, $9), $13
     from notice n, (select nextval('receipt_number')::text as n) r where n.id = $2
     returning receipt_no`,
    [
      submission.id,
      submission.noticeId,
      submission.channel,
      submission.kind,
      submission.signedBy,
      capacities,
      submission.uploadedBy,
      submission.receivedAt,
      submission.now,
      submission.keyInReason ?? null,
      sha256,
      submission.reviewDueAt,
      wordsHash(submission),
    ],
  );
  const row = rows[0];
  if (!row) throw new Error(`the notice ${submission.noticeId} vanished under its obligations`);
  return row.receipt_no;
}
