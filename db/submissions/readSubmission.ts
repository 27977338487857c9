import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Queryable } from '../pool.ts';
import { SELECT, type SubmissionListed } from './listSubmissions.ts';

export interface SubmissionRead extends SubmissionListed {
  noticeId: string;
  body: string;
  answers: Record<string, string>;
  checklist: string[];
  keyInReason: string | null;
  contentSha256: string;
  signedOriginalNo: string | null;
  attachments: { id: string; fileName: string; mediaType: string; size: number; sha256: string }[];
}

/** One submission with its text and a list of its files. @throws NotFound */
export async function readSubmission(queryable: Queryable, id: string): Promise<SubmissionRead> {
  const { rows } = await queryable.query<SubmissionRead>(
    `select l.*, s.notice_id as "noticeId", t.body, t.answers, t.checklist, s.key_in_reason as "keyInReason",
       s.content_sha256 as "contentSha256", s.signed_original_no as "signedOriginalNo",
       coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'fileName', a.file_name, 'mediaType', a.media_type,
         'size', a.size, 'sha256', a.sha256) order by a.file_name, a.id) from attachment a where a.submission_id = s.id), '[]') as attachments
     from (${SELECT} where s.id = $1) l
     join submission s on s.id = l.id
     join submission_text t on t.submission_id = s.id`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new PermanentFailure(FAILURES.notFound, `there is no submission ${id}`);
  return row;
}

export interface AttachmentRead {
  submissionId: string;
  noticeId: string;
  fileName: string;
  mediaType: string;
  sha256: string;
  content: Buffer;
}

/** One file of a submission. @throws NotFound */
export async function readAttachment(queryable: Queryable, id: string): Promise<AttachmentRead> {
  const { rows } = await queryable.query<AttachmentRead>(
    `select a.submission_id as "submissionId", s.notice_id as "noticeId", a.file_name as "fileName",
       a.media_type as "mediaType", a.sha256, a.content
     from attachment a join submission s on s.id = a.submission_id where a.id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new PermanentFailure(FAILURES.notFound, `there is no attachment ${id}`);
  return row;
}
