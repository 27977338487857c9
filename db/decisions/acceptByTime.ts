import type { Instant } from '../../contracts/plan.ts';
import { appendLog, type LogEntry } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { wakeReviewed } from './wakeReviewed.ts';

const CHUNK = 500;

/**
 * The sweep: what nobody has reviewed by its day counts as accepted ("after five working days", a setting that the
 * submission's own day was made from); what waited for nothing else is woken. In transactions of 500, each leaving to others what they have in hand.
 * @returns how many were accepted by time
 */
export async function acceptByTime(
  pool: Pool,
  { noticeId, now }: { noticeId: string; now: Instant },
): Promise<number> {
  let accepted = 0;
  for (;;) {
    const chunk = await inTransaction(pool, async (transaction) => {
      const { rows } = await transaction.query<{ id: string }>(
        `update submission set review = 'accepted-by-time', reviewed_at = $2 where id in (
           select id from submission where notice_id = $1 and review = 'unreviewed' and review_due_at <= $2
           order by id limit $3 for update skip locked) returning id`,
        [noticeId, now, CHUNK],
      );
      const entries = rows.map(
        ({ id }): LogEntry => ({
          actor: 'engine',
          action: 'submission-accepted-by-time',
          subject: id,
        }),
      );
      await wakeReviewed(
        transaction,
        rows.map(({ id }) => id),
      );
      await appendLog(transaction, noticeId, now, entries);
      return rows.length;
    });
    accepted += chunk;
    if (chunk < CHUNK) return accepted;
  }
}
