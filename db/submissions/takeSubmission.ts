import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { enterSubmission } from './enterSubmission.ts';
import type { NewSubmission, Receipt } from './newSubmission.ts';

/**
 * Takes a submission in one transaction and answers its receipt: received first, orchestrated second, so it works while
 * no workflow runs. Every version is kept; the first receipt in whatever channel decides whether it was in time. What
 * was still to come for these obligations stops; a follow-up is woken where this settled its last one.
 *
 * @throws NotFound where an obligation is not of this notice
 * @throws NotAllowed where the signer does not hold what it is handed in for
 * @throws Conflict where an obligation was excused, cancelled or closed otherwise, or the id names other content
 * @throws Invalid where it was received after now, nobody signed it, or it is for a certificate or a digest
 */
export async function takeSubmission(pool: Pool, submission: NewSubmission): Promise<Receipt> {
  return inTransaction(pool, async (transaction) => {
    const { receipt, entries } = await enterSubmission(transaction, submission);
    await appendLog(transaction, submission.noticeId, submission.now, entries);
    return receipt;
  });
}
