import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** A comment on a draft, and what became of it (clause 4: "tiếp thu tối đa các ý kiến"). */
export interface DraftComment {
  id: string;
  noticeId: string;
  processId: string;
  /** who made it, by title; a body consulted also by its id */
  madeBy: string;
  partyId: string | null;
  comment: string;
  /** what it was handed in with; null where it was made at a meeting */
  submissionId: string | null;
  attachments: { id: string; fileName: string }[];
  /** null while nobody has answered it */
  absorbed: boolean | null;
  /** why it was not, or what was made of it */
  why: string | null;
  recordedBy: string;
  recordedAt: Instant;
  answeredBy: string | null;
  answeredAt: Instant | null;
}

/** The comments on a process's drafts, in the order in which they were recorded. */
export async function listComments(
  queryable: Queryable,
  { noticeId, processId }: { noticeId: string; processId: string },
): Promise<DraftComment[]> {
  const { rows } = await queryable.query<DraftComment>(COMMENTS, [noticeId, processId]);
  return rows;
}

/** How many comments on a process's drafts nobody has answered. */
export async function unanswered(
  queryable: Queryable,
  { noticeId, processId }: { noticeId: string; processId: string },
): Promise<{ madeBy: string }[]> {
  const { rows } = await queryable.query<{ madeBy: string }>(
    `select made_by as "madeBy" from comment_absorbed
     where notice_id = $1 and process_id = $2 and absorbed is null order by recorded_at, made_by, id`,
    [noticeId, processId],
  );
  return rows;
}

// what a body handed in is read where it stands, its answers to an outline after its text
const COMMENTS = `
select c.id, c.notice_id as "noticeId", c.process_id as "processId", c.made_by as "madeBy", c.party_id as "partyId",
  coalesce(c.comment, concat_ws(E'\\n', nullif(t.body, ''),
    (select string_agg(a.value, E'\\n' order by a.key) from jsonb_each_text(t.answers) a)), '') as comment,
  c.submission_id as "submissionId", c.absorbed, c.why, c.recorded_by as "recordedBy", c.recorded_at as "recordedAt",
  c.answered_by as "answeredBy", c.answered_at as "answeredAt",
  coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'fileName', f.file_name) order by f.file_name, f.id)
    from attachment f where f.submission_id = c.submission_id), '[]') as attachments
from comment_absorbed c left join submission_text t on t.submission_id = c.submission_id
where c.notice_id = $1 and c.process_id = $2 order by c.recorded_at, c.made_by, c.id`;
