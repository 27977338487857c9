import type { Instant } from '../../contracts/plan.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Delivery } from '../../post/delivery.ts';

/** Writes that ten letters were sent, with their attempts and log rows: two statements. @throws where one was not */
export async function settleChunk(
  pool: Pool,
  noticeId: string,
  results: ({ id: string } & Delivery)[],
  now: Instant,
): Promise<void> {
  const unsent = results.find(({ outcome }) => outcome !== 'sent');
  if (unsent) throw new Error(`the sink did not take a letter: ${unsent.outcome} ${unsent.answer}`);
  await inTransaction(pool, async (transaction) => {
    await transaction.query({
      name: 'settle-chunk',
      text: SETTLE,
      values: [results.map(({ id }) => id), results.map(({ answer }) => answer), now],
    });
    const entries = results.map(({ id }) => ({
      actor: 'engine',
      action: 'letter-sent',
      subject: id,
      detail: { attempt: 1 },
    }));
    await transaction.query('select log_append($1, $2, $3::jsonb)', [
      noticeId,
      now,
      JSON.stringify(entries),
    ]);
  });
}

const SETTLE = `
with settled as (
  update letter set state = 'sent', sent_at = $3, claimed_by = null where id = any($1::uuid[]))
insert into letter_attempt (letter_id, attempt, at, outcome, answer)
select id, 1, $3, 'sent', answer from unnest($1::uuid[], $2::text[]) as g(id, answer)`;
