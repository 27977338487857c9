import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../../db/pool.ts';

/** What still has to happen before a rehearsal's clock may leap, by where it waits. All zero: everything stands still. */
export interface Pending {
  letters: number;
  wakeUps: number;
  workflows: number;
  /** requests that the API is answering */
  requests: number;
  mail: number;
  acts: number;
}

/** Asks the register, in one question, what is pending at the rehearsal's present instant. */
export async function readPending(
  queryable: Queryable,
  noticeId: string,
): Promise<Pending & { now: Instant }> {
  const { rows } = await queryable.query<Pending & { now: Instant }>({
    name: 'read-pending',
    text: PENDING,
    values: [noticeId],
  });
  const row = rows[0];
  if (!row) throw new Error(`the notice ${noticeId} is not in rehearsal`);
  return row;
}

// Asked some fifty thousand times in two years: each part counts by an index of what is not done yet, so that the
// question costs the same however many letters have gone out.
const PENDING = `
select r.now,
  (select count(*) from letter l where l.notice_id = r.notice_id
     and l.state in ('queued', 'uncertain') and (l.state = 'uncertain' or l.not_before <= r.now))
  + (select count(*) from letter l where l.notice_id = r.notice_id and l.state = 'sending') as letters,
  (select count(*) from outbox) as "wakeUps",
  (select count(*) from clock_wait where notice_id = r.notice_id and woken > answered) as workflows,
  (select count(*) from rehearsal_request) as requests,
  (select count(*) from inbox_message where read_by_cast_at is null) as mail,
  (select count(*) from cast_act where notice_id = r.notice_id and done_at is null and at <= r.now) as acts
from rehearsal r where r.notice_id = $1`;

/** Whether nothing is pending. */
export const isQuiet = (pending: Pending): boolean =>
  pending.letters +
    pending.wakeUps +
    pending.workflows +
    pending.requests +
    pending.mail +
    pending.acts ===
  0;

/** The next instant at which anything is planned: a workflow's wait, a letter's hour, an act of the cast; null where nothing is. */
export async function nextPlanned(queryable: Queryable, noticeId: string): Promise<Instant | null> {
  const { rows } = await queryable.query<{ at: Instant | null }>(
    `select least(
       (select min(wake_at) from clock_wait where notice_id = $1),
       (select min(not_before) from letter where notice_id = $1 and state = 'queued'),
       (select min(at) from cast_act where notice_id = $1 and done_at is null)) as at`,
    [noticeId],
  );
  return rows[0]?.at ?? null;
}
