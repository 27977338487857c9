import type { Accept } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { appendLog, type LogEntry } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { lockSubmissions } from './lockSubmissions.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';
import { wakeReviewed } from './wakeReviewed.ts';

/**
 * The office accepts submissions, up to 500 at once. One for which a supplement was asked may be accepted after all.
 * A collection closes as soon as all of it has been accepted, so its follow-up is told.
 * @throws NotFound, Conflict where one was accepted before, by somebody or by time: then none is accepted
 */
export async function acceptSubmissions(
  pool: Pool,
  input: Deciding & { decision: Accept },
): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const submissions = await lockSubmissions(transaction, noticeId, decision.submissions);
    if (await decidedBefore(transaction, input, 'accept')) return { decisionId };
    const done = submissions.find(({ review }) => review.startsWith('accepted'));
    if (done) {
      throw new PermanentFailure(
        FAILURES.conflict,
        `nothing was decided: the submission ${done.id} is ${done.review} already`,
        '/submissions',
      );
    }
    const ids = submissions.map(({ id }) => id);
    const decided = await recordDecision(transaction, input, {
      kind: 'accept',
      subject: ids.length === 1 ? (ids[0] ?? noticeId) : noticeId,
      reason: decision.comment || null,
      detail: { submissions: ids },
    });
    await transaction.query(
      `update submission set review = 'accepted', reviewed_at = $2 where id = any($1)`,
      [ids, at],
    );
    await wakeReviewed(transaction, ids);
    await appendLog(transaction, noticeId, at, [
      decided,
      ...ids.map(
        (subject): LogEntry => ({
          actor: actor.id,
          action: 'submission-accepted',
          subject,
          detail: { decision: decisionId },
        }),
      ),
    ]);
    return { decisionId };
  });
}
