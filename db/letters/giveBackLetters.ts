import type { Instant } from '../../contracts/plan.ts';
import { appendLog, type LogEntry } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Letters in the hands of offices that are no longer alive become uncertain: nobody knows whether they went out. An
 * office is alive while it holds the advisory lock of its id (`LIVING_OFFICE`), which ends with its connection.
 * @returns how many
 */
export async function giveBackLetters(pool: Pool, now: Instant): Promise<number> {
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ id: string; notice_id: string; attempts: number }>(
      `with offices as materialized (select distinct claimed_by as id from letter where state = 'sending'),
       dead as materialized (
         select id from offices where pg_try_advisory_xact_lock(hashtextextended(id::text, 0))),
       given_back as (
         update letter l set state = 'uncertain', claimed_by = null, failure = 'office-ended'
         from dead where l.state = 'sending' and l.claimed_by = dead.id
         returning l.id, l.notice_id, l.attempts),
       attempts as (
         insert into letter_attempt (letter_id, attempt, at, outcome, answer)
         select id, attempts, $1, 'uncertain', 'office-ended' from given_back
         on conflict (letter_id, attempt) do nothing)
       select id, notice_id, attempts from given_back order by id`,
      [now],
    );
    for (const noticeId of [...new Set(rows.map((row) => row.notice_id))].sort()) {
      const entries = rows
        .filter((row) => row.notice_id === noticeId)
        .map(
          ({ id, attempts }): LogEntry => ({
            actor: 'engine',
            action: 'letter-uncertain',
            subject: id,
            detail: { attempt: attempts, answer: 'office-ended' },
          }),
        );
      await appendLog(transaction, noticeId, now, entries);
    }
    return rows.length;
  });
}

/** The lock by which an office of this id is known to be alive; held by its own connection until that ends. */
export const LIVING_OFFICE = `select pg_advisory_lock(hashtextextended($1::text, 0))`;
