import type { Instant } from '../../contracts/plan.ts';
import type { Outage } from '../../domain/ladder/catchUp.ts';
import type { Queryable } from '../pool.ts';
import type { Transaction } from '../transaction.ts';

/** What an outage did to one schedule, of which its people have not been told yet. */
export interface UntoldCatchUp {
  scheduleId: string;
  notedAt: Instant;
  oldLastDay: string;
  outage: Outage;
}

/** Notes that the people of some schedules are to be told of an outage, each schedule once for one instant. */
export async function noteCatchUps(
  transaction: Transaction,
  about: {
    noticeId: string;
    now: Instant;
    outage: Outage;
    schedules: readonly { scheduleId: string; oldLastDay: string }[];
  },
): Promise<void> {
  const { noticeId, now, outage, schedules } = about;
  await transaction.query(
    `insert into catch_up (schedule_id, noted_at, notice_id, old_last_day, outage_from, outage_until)
     select s."scheduleId", $2, $1, s."oldLastDay", $3, $4
     from jsonb_to_recordset($5) as s("scheduleId" text, "oldLastDay" date)`,
    [noticeId, now, outage.from, outage.until, JSON.stringify(schedules)],
  );
}

const UNTOLD = `from catch_up c join schedule s on s.id = c.schedule_id join period p on p.id = s.period_id
where c.notice_id = $1 and c.told_at is null and p.state <> 'paused'`;

/** When the oldest was noted of which nobody has been told; null where there is none. What is paused waits for its resumption. */
export async function oldestCatchUp(
  queryable: Queryable,
  noticeId: string,
): Promise<Instant | null> {
  const { rows } = await queryable.query<{ at: Instant | null }>(
    `select min(c.noted_at) as at ${UNTOLD}`,
    [noticeId],
  );
  return rows[0]?.at ?? null;
}

/** Marks as told all that was noted up to an instant, by schedule; the caller writes the letters in the same transaction. */
export async function takeCatchUps(
  transaction: Transaction,
  noticeId: string,
  now: Instant,
): Promise<UntoldCatchUp[]> {
  const { rows } = await transaction.query<UntoldCatchUp>(
    `with taken as (
       update catch_up t set told_at = $2
       where (t.schedule_id, t.noted_at) in (select c.schedule_id, c.noted_at ${UNTOLD} and c.noted_at <= $2)
       returning t.*)
     select schedule_id as "scheduleId", noted_at as "notedAt", old_last_day as "oldLastDay",
       jsonb_build_object(
         'from', to_char(outage_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'until', to_char(outage_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as outage
     from taken order by schedule_id, noted_at`,
    [noticeId, now],
  );
  return rows;
}
