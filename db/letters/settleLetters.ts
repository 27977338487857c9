import type { Instant } from '../../contracts/plan.ts';
import { appendLog, type LogEntry } from '../log.ts';
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
  /** the bytes were not those of the first attempt (settings or texts changed in between) */
  bytesDiffer: boolean;
  /** an earlier attempt ended in doubt */
  wasUncertain: boolean;
  /** seconds on the machine's clock until the next attempt, where one follows */
  retryAfterSeconds: number | null;
}

/**
 * Settles the letters of one claim: states, attempts and log rows in one transaction. A letter that has left the
 * office's hands meanwhile (its bounce came first, or it was thought dead) keeps its state; the attempt is recorded.
 */
export async function settleLetters(
  pool: Pool,
  office: string,
  results: readonly SendResult[],
  now: Instant,
): Promise<void> {
  const inOneOrder = results.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const notices = [...new Set(results.map(({ noticeId }) => noticeId))].sort();
  await inTransaction(pool, async (transaction) => {
    await transaction.query({
      name: 'settle-letters',
      text: SETTLE,
      values: [JSON.stringify(inOneOrder), now, office],
    });
    for (const noticeId of notices) {
      const entries = inOneOrder.filter((one) => one.noticeId === noticeId).map(logEntry);
      await appendLog(transaction, noticeId, now, entries);
    }
  });
}

// put off after a doubtful attempt it stays doubtful: its receiver may have it already
const SETTLE = `
with results as materialized (
  select * from jsonb_to_recordset($1) as r(id uuid, attempt int, outcome text, answer text, "wasUncertain" boolean, "retryAfterSeconds" int)),
attempts as (
  insert into letter_attempt (letter_id, attempt, at, outcome, answer)
  select id, attempt, $2, outcome, answer from results
  on conflict (letter_id, attempt) do nothing)
update letter l set claimed_by = null,
  state = case when r.outcome = 'sent' then 'sent' when r.outcome = 'refused' then 'failed'
    when r.outcome = 'uncertain' or r."wasUncertain" then 'uncertain' else 'queued' end,
  sent_at = case when r.outcome = 'sent' then $2::timestamptz end,
  failure = case when r.outcome <> 'sent' then r.answer end,
  retry_at = clock_timestamp() + make_interval(secs => r."retryAfterSeconds")
from results r where l.id = r.id and l.state = 'sending' and l.claimed_by = $3`;

const logEntry = ({
  id,
  outcome,
  attempt,
  answer,
  bytesDiffer,
  wasUncertain,
}: SendResult): LogEntry => ({
  actor: 'engine',
  action: `letter-${outcome}`,
  subject: id,
  detail: {
    attempt,
    ...(outcome === 'sent' ? {} : { answer }),
    ...(wasUncertain && { again: true }),
    ...(bytesDiffer && { bytesDiffer: true }),
  },
});
