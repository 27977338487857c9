import { roundWorkflowId } from '../../contracts/ids.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/** Closes a notice whose processes have all ended, and lets its daily round end. */
export async function closeNotice(pool: Pool, noticeId: string, now: Instant): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    const { rowCount } = await transaction.query(
      `update notice set state = 'closed' where id = $1 and state = 'running'`,
      [noticeId],
    );
    if (rowCount === 0) return;
    await wakeLater(transaction, [roundWorkflowId(noticeId)]);
    await appendLog(transaction, noticeId, now, [
      { actor: 'engine', action: 'notice-closed', subject: noticeId },
    ]);
  });
}
