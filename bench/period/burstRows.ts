import type { LoadedBurst } from './loadBurst.ts';

/** When the last row of the burst entered the log; every change of the register has its row there. */
export async function lastRowAt({ pool, noticeId }: LoadedBurst): Promise<string> {
  const { rows } = await pool.query<{ at: string }>(
    `select max(recorded_at) as at from log where notice_id = $1 and action in ('no-report-recorded', 'letter-sent')`,
    [noticeId],
  );
  return rows[0]?.at ?? '';
}

/**
 * Every finding, letter, attempt and log row of a burst in words, by the party it is about and without what chance
 * gives (ids, instants, hashes): two bursts of one size that did the same have the same rows.
 */
export async function burstRows({ pool, noticeId }: LoadedBurst): Promise<string[]> {
  const { rows } = await pool.query<{ row: string }>(ROWS, [noticeId]);
  return rows.map(({ row }) => row).sort();
}

const ROWS = `
with letters as (
  select l.id, o.party_id, l.state, l.attempts
  from letter l
  join letter_obligation lo on lo.letter_id = l.id
  join obligation o on o.id = lo.obligation_id
  where l.notice_id = $1 and l.kind = 'overdue'),
subjects as (
  select id::text as subject, party_id from letters
  union all select id, party_id from obligation where notice_id = $1)
select concat_ws(' ', 'finding', o.party_id, f.state, f.doubts::text, f.has_words) as row
from finding f join obligation o on o.id = f.obligation_id where f.notice_id = $1
union all
select concat_ws(' ', 'letter', party_id, state, attempts) from letters
union all
select concat_ws(' ', 'attempt', l.party_id, a.attempt, a.outcome, a.answer)
from letter_attempt a join letters l on l.id = a.letter_id
union all
select concat_ws(' ', 'log', s.party_id, l.action, l.actor)
from log l join subjects s using (subject) where l.notice_id = $1`;
