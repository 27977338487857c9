import type { ReceivedMail } from '../mailSink/startSink.ts';
import type { LoadedBurst } from '../period/loadBurst.ts';
import { percentile } from './spread.ts';

export interface Lateness {
  firstLateMs: number;
  p95LateMs: number;
}

/**
 * How long after the due instant letters were accepted: by the sink's own clock, or, where the mail server came from
 * outside, by the register's attempts.
 */
export async function latenessOf(
  burst: LoadedBurst,
  dueMs: number,
  mails: ReceivedMail[] | undefined,
): Promise<Lateness> {
  const acceptedAt = mails?.map(({ at }) => at) ?? (await attemptsOf(burst));
  const late = acceptedAt.map((at) => at - dueMs).sort((a, b) => a - b);
  return { firstLateMs: late[0] ?? Number.NaN, p95LateMs: percentile(late, 0.95) };
}

async function attemptsOf({ pool, noticeId }: LoadedBurst): Promise<number[]> {
  const { rows } = await pool.query<{ at: string }>(
    `select a.at from letter_attempt a join letter l on l.id = a.letter_id
     where l.notice_id = $1 and l.kind = 'overdue' and a.outcome = 'sent'`,
    [noticeId],
  );
  return rows.map(({ at }) => Date.parse(at));
}
