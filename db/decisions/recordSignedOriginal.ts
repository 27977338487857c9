import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { lockSubmissions } from './lockSubmissions.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';

export interface SignedOriginalInput extends Deciding {
  submissionId: string;
  /** number and symbol of the signed document, e.g. 12/BC-UBND; null where it has none */
  number: string | null;
  comment?: string;
}

/**
 * Notes that the signed original of a submission has followed: a state of its own, which changes neither receipt nor
 * review ("an e-mail is not a signed document").
 * @throws NotFound, Conflict where it was noted before
 */
export async function recordSignedOriginal(
  pool: Pool,
  input: SignedOriginalInput,
): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, submissionId, at } = input;
  return inTransaction(pool, async (transaction) => {
    const [submission] = await lockSubmissions(transaction, noticeId, [submissionId]);
    if (await decidedBefore(transaction, input, 'signed-original')) return { decisionId };
    if (submission?.signedOriginalAt) {
      throw new PermanentFailure(
        FAILURES.conflict,
        `the signed original of ${submissionId} was noted at ${submission.signedOriginalAt}`,
      );
    }
    const decided = await recordDecision(transaction, input, {
      kind: 'signed-original',
      subject: submissionId,
      reason: input.comment || null,
      detail: {},
    });
    await transaction.query(
      'update submission set signed_original_at = $2, signed_original_no = $3 where id = $1',
      [submissionId, at, input.number],
    );
    await appendLog(transaction, noticeId, at, [decided]);
    return { decisionId };
  });
}
