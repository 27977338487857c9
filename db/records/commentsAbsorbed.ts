import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Pool, Queryable } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/** A comment made on a draft, absorbed or not and why (clause 4: every comment of the meeting). */
export interface CommentAbsorbed {
  /** a uuid of the caller's: recorded again with it, nothing is entered twice */
  id: string;
  noticeId: string;
  processId: string;
  madeBy: string;
  comment: string;
  absorbed: boolean;
  /** needed where it was not absorbed */
  why: string | null;
  /** the actor */
  recordedBy: string;
  recordedAt: Instant;
}

/** Records a comment, once. @throws NotFound where the process does not exist, Invalid where it was not absorbed and nobody says why */
export async function recordComment(pool: Pool, comment: CommentAbsorbed): Promise<void> {
  const { id, noticeId, processId, absorbed, why, recordedBy, recordedAt } = comment;
  if (!absorbed && !why?.trim()) {
    throw new PermanentFailure(
      FAILURES.invalid,
      'a comment that was not absorbed needs its reason',
      '/why',
    );
  }
  await inTransaction(pool, async (transaction) => {
    const known = await transaction.query(
      'select 1 from process where notice_id = $1 and id = $2',
      [noticeId, processId],
    );
    if (known.rowCount === 0) {
      throw new PermanentFailure(
        FAILURES.notFound,
        `the notice ${noticeId} has no process ${processId}`,
        '/process',
      );
    }
    const { rowCount } = await transaction.query(
      `insert into comment_absorbed (id, notice_id, process_id, made_by, comment, absorbed, why, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
      [
        id,
        noticeId,
        processId,
        comment.madeBy,
        comment.comment,
        absorbed,
        why,
        recordedBy,
        recordedAt,
      ],
    );
    if (rowCount === 0) return;
    await appendLog(transaction, noticeId, recordedAt, [
      {
        actor: recordedBy,
        action: 'comment-recorded',
        subject: `${noticeId}/${processId}`,
        detail: { comment: id, absorbed },
      },
    ]);
  });
}

/** The comments on a process's drafts, in the order in which they were recorded. */
export async function listComments(
  queryable: Queryable,
  { noticeId, processId }: { noticeId: string; processId: string },
): Promise<CommentAbsorbed[]> {
  const { rows } = await queryable.query<CommentAbsorbed>(
    `select id, notice_id as "noticeId", process_id as "processId", made_by as "madeBy", comment, absorbed, why,
       recorded_by as "recordedBy", recorded_at as "recordedAt"
     from comment_absorbed where notice_id = $1 and process_id = $2 order by recorded_at, id`,
    [noticeId, processId],
  );
  return rows;
}
