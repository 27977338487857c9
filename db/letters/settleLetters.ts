import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/** What became of one attempt to send a letter. */
export interface SendResult {
  id: string;
  noticeId: string;
  attempt: number;
  outcome: 'sent' | 'uncertain' | 'refused' | 'put-off';
  /** the server's code and class, never an address */
  answer: string;
  bytesSha256: string | null;
  /** seconds on the machine's clock until the next attempt, where one follows */
  retryAfterSeconds: number | null;
}

/** Settles the letters of one claim: their states, attempts and log rows, in one transaction. */
export async function settleLetters(
  pool: Pool,
  results: SendResult[],
  now: Instant,
): Promise<void> {
  const notices = [...new Set(results.map(({ noticeId }) => noticeId))].sort();
  await inTransaction(pool, async (transaction) => {
    const rows = JSON.stringify(results);
    await transaction.query(
      `update letter l set claimed_by = null, bytes_sha256 = coalesce(l.bytes_sha256, r."bytesSha256"),
         state = case r.outcome when 'sent' then 'sent' when 'refused' then 'failed' when 'uncertain' then 'uncertain' else 'queued' end,
         sent_at = case when r.outcome = 'sent' then $2::timestamptz end,
         failure = case when r.outcome <> 'sent' then r.answer end,
         retry_at = case when r."retryAfterSeconds" is not null then clock_timestamp() + make_interval(secs => r."retryAfterSeconds") end
       from jsonb_to_recordset($1) as r(id uuid, outcome text, answer text, "bytesSha256" text, "retryAfterSeconds" int)
       where l.id = r.id and l.state = 'sending'`,
      [rows, now],
    );
    await transaction.query(
      `insert into letter_attempt (letter_id, attempt, at, outcome, answer)
       select r.id, r.attempt, $2, r.outcome, r.answer
       from jsonb_to_recordset($1) as r(id uuid, attempt int, outcome text, answer text)
       on conflict (letter_id, attempt) do nothing`,
      [rows, now],
    );
    for (const noticeId of notices) {
      const ofNotice = results.filter((result) => result.noticeId === noticeId);
      await appendLog(
        transaction,
        noticeId,
        now,
        ofNotice.map(({ id, outcome, attempt }) => ({
          actor: 'engine',
          action: `letter-${outcome}`,
          subject: id,
          detail: { attempt },
        })),
      );
    }
  });
}
