import type { Instant } from '../../contracts/plan.ts';
import { wakeLater } from '../../db/outbox.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { LoadedBurst } from './loadBurst.ts';

/**
 * Makes an opened period fall due at `dueAt`: its prompts stand as sent, so that no doubt withholds a finding, and its
 * instants are moved in the register and the follow-up woken, as a decision moves them.
 */
export async function bringNear(burst: LoadedBurst, dueAt: Instant): Promise<void> {
  const { noticeId, periodId, scheduleId, pool } = burst;
  const now = new Date().toISOString();
  await inTransaction(pool, async (transaction) => {
    await transaction.query(PROMPTED, [noticeId, periodId, scheduleId, now]);
    await transaction.query(
      `update obligation set due_at = $2, original_due_at = $2, lock_at = $2 where schedule_id = $1`,
      [scheduleId, dueAt],
    );
    await transaction.query('update schedule set due_at = $2, lock_at = $2 where id = $1', [
      scheduleId,
      dueAt,
    ]);
    await transaction.query(
      `update schedule_step set at = case when kind = 'prompt' then $3::timestamptz else $2 end,
         done_at = case when kind = 'prompt' then $3::timestamptz end
       where schedule_id = $1 and kind in ('prompt', 'due', 'overdue', 'lock')`,
      [scheduleId, dueAt, now],
    );
    await transaction.query('update period set due_at = $2 where id = $1', [periodId, dueAt]);
    await wakeLater(transaction, [periodId]);
  });
  await burst.letRest();
}

// As the post office leaves a letter that went out: with its text and its one attempt.
const PROMPTED = `
with owing as (
  select gen_random_uuid() as letter_id, o.id, h.person_id
  from obligation o join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id
  where o.schedule_id = $3),
letters as (
  insert into letter (id, notice_id, key, kind, person_id, period_id, message_id, state, not_before, written_at, sent_at, attempts)
  select letter_id, $1, 'prompt/' || $3 || '/prompt/' || person_id, 'prompt', person_id, $2,
    '<prompt-' || person_id || '@' || $1 || '.invalid>', 'sent', $4, $4, $4, 1 from owing),
texts as (insert into letter_text (letter_id, document) select letter_id, '{}' from owing),
attempts as (
  insert into letter_attempt (letter_id, attempt, at, outcome, answer) select letter_id, 1, $4, 'sent', '250' from owing)
insert into letter_obligation (letter_id, obligation_id) select letter_id, id from owing`;
