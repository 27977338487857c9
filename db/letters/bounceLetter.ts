import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/**
 * A letter that went out came back. One still in an office's hands has been taken by its server, since it returned it;
 * the office then finds it settled.
 * @returns whether it is a letter that went out; one that is marked already stays as it is
 */
export async function bounceLetter(
  transaction: Transaction,
  bounce: { messageId: string; answer: string; now: Instant },
): Promise<boolean> {
  const { messageId, answer, now } = bounce;
  const { rows } = await transaction.query<{ id: string; notice_id: string; state: string }>(
    'select id, notice_id, state from letter where message_id = $1 for no key update',
    [messageId],
  );
  const letter = rows[0];
  if (letter?.state === 'bounced') return true;
  if (!letter || !['sent', 'sending', 'uncertain'].includes(letter.state)) return false;
  await transaction.query(
    `with attempt as (
       insert into letter_attempt (letter_id, attempt, at, outcome, answer)
       select $1, greatest(l.attempts, (select coalesce(max(attempt), 0) from letter_attempt where letter_id = $1)) + 1, $2, 'bounced', $3
       from letter l where l.id = $1)
     update letter set state = 'bounced', sent_at = coalesce(sent_at, $2), claimed_by = null, failure = $3, attempts = attempts + 1
     where id = $1`,
    [letter.id, now, answer],
  );
  await appendLog(transaction, letter.notice_id, now, [
    { actor: 'engine', action: 'letter-bounced', subject: letter.id, detail: { answer } },
  ]);
  return true;
}
