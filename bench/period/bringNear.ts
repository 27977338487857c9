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
    await transaction.query(
      `with prompted as (
         insert into letter (id, notice_id, key, kind, person_id, period_id, message_id, state, not_before, written_at, sent_at)
         select gen_random_uuid(), $1, 'prompt/' || $3 || '/prompt/' || h.person_id, 'prompt', h.person_id, $2,
           '<prompt-' || h.person_id || '@' || $1 || '.invalid>', 'sent', $4, $4, $4
         from obligation o join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id
         where o.schedule_id = $3 returning id, person_id)
       insert into letter_obligation (letter_id, obligation_id)
       select p.id, o.id from prompted p
       join holding h on h.notice_id = $1 and h.person_id = p.person_id
       join obligation o on o.schedule_id = $3 and o.party_id = h.party_id`,
      [noticeId, periodId, scheduleId, now],
    );
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
