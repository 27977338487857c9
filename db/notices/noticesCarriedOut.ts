import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** A notice of which something was ordered, with the present instant of its own clock. */
export interface NoticeCarriedOut {
  id: string;
  state: 'running' | 'closed';
  clock: 'live' | 'rehearsal';
  now: Instant;
}

/**
 * Every notice whose processes were ordered, or the one with this id, closed ones included. One whose processes all
 * wait for their data runs too: its workflow starts each as the data comes.
 */
export async function noticesCarriedOut(
  queryable: Queryable,
  noticeId: string | null = null,
): Promise<NoticeCarriedOut[]> {
  const { rows } = await queryable.query<NoticeCarriedOut>(
    `select n.id, case when n.state = 'closed' then 'closed' else 'running' end as state, n.clock,
       coalesce(r.now, clock_timestamp()) as now
     from notice n left join rehearsal r on r.notice_id = n.id and n.clock = 'rehearsal'
     where ($1::text is null or n.id = $1) and (n.state <> 'loaded' or exists (
       select from process p where p.notice_id = n.id and p.ordered_at is not null))
     order by n.id`,
    [noticeId],
  );
  return rows;
}
