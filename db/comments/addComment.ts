import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/** A comment that was made at a meeting (clause 4). */
export interface NewComment {
  /** a uuid of the caller's: recorded again with it, nothing is entered twice */
  id: string;
  noticeId: string;
  processId: string;
  madeBy: string;
  comment: string;
  /** the actor */
  recordedBy: string;
  recordedAt: Instant;
}

/** Enters a comment, once; it then stands unanswered. @throws NotFound where the notice has no such process */
export async function addComment(pool: Pool, given: NewComment): Promise<void> {
  const { id, noticeId, processId, madeBy, comment, recordedBy, recordedAt } = given;
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
      `insert into comment_absorbed (id, notice_id, process_id, made_by, comment, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      [id, noticeId, processId, madeBy, comment, recordedBy, recordedAt],
    );
    if (rowCount === 0) return;
    await appendLog(transaction, noticeId, recordedAt, [
      {
        actor: recordedBy,
        action: 'comment-recorded',
        subject: `${noticeId}/${processId}`,
        detail: { comment: id },
      },
    ]);
  });
}
