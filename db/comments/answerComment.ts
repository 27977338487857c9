import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

export interface CommentAnswer {
  id: string;
  noticeId: string;
  processId: string;
  absorbed: boolean;
  /** needed where it was not absorbed */
  why: string | null;
  /** the actor */
  answeredBy: string;
  answeredAt: Instant;
}

/**
 * Says of a comment that it was absorbed, or why not. It may be answered anew; the log keeps every answer.
 * @throws NotFound, Invalid where it was not absorbed and nobody says why
 */
export async function answerComment(pool: Pool, answer: CommentAnswer): Promise<void> {
  const { id, noticeId, processId, absorbed, why, answeredBy, answeredAt } = answer;
  if (!absorbed && !why?.trim()) {
    throw new PermanentFailure(
      FAILURES.invalid,
      'a comment that was not absorbed needs its reason',
      '/why',
    );
  }
  await inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ same: boolean }>(
      `select (absorbed, why) is not distinct from ($4::boolean, $5::text) as same from comment_absorbed
       where id = $1 and notice_id = $2 and process_id = $3 for update`,
      [id, noticeId, processId, absorbed, why],
    );
    const [row] = rows;
    if (row === undefined) {
      throw new PermanentFailure(
        FAILURES.notFound,
        `the process ${processId} has no comment ${id}`,
      );
    }
    if (row.same) return;
    await transaction.query(
      'update comment_absorbed set absorbed = $2, why = $3, answered_by = $4, answered_at = $5 where id = $1',
      [id, absorbed, why, answeredBy, answeredAt],
    );
    await appendLog(transaction, noticeId, answeredAt, [
      {
        actor: answeredBy,
        action: absorbed ? 'comment-absorbed' : 'comment-not-absorbed',
        subject: `${noticeId}/${processId}`,
        detail: { comment: id },
      },
    ]);
  });
}
