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
      values: [JSON.stringify(results), now],
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
with given as materialized (
  select * from jsonb_to_recordset($1) as g(id uuid, answer text)),
settled as (
  update letter l set state = 'sent', sent_at = $2, claimed_by = null
  from given g where l.id = g.id)
insert into letter_attempt (letter_id, attempt, at, outcome, answer)
select id, 1, $2, 'sent', answer from given`;
