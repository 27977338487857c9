import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** Where a drafting stands: the stage at hand, told by its period's key, and the comments that nobody has answered. */
export interface DraftingAtHand {
  processId: string;
  /** the latest of the stages that are open; null where none is, or there is no proposal */
  at: { periodKey: string; lastDay: string; isLate: boolean } | null;
  noProposal: boolean;
  openComments: number;
}

/** Every drafting of a notice that has opened a stage, as it stands at `now`. */
export async function readDraftings(
  queryable: Queryable,
  noticeId: string,
  now: Instant,
): Promise<DraftingAtHand[]> {
  const { rows } = await queryable.query<DraftingAtHand>(
    `select r.id as "processId", a.at, exists (
         select from obligation o where o.notice_id = r.notice_id and o.process_id = r.id and o.closed_as = 'no-proposal') as "noProposal",
       (select count(*) from comment_absorbed c
        where c.notice_id = r.notice_id and c.process_id = r.id and c.absorbed is null) as "openComments"
     from process r
     left join lateral (
       select jsonb_build_object('periodKey', d.key, 'lastDay', max(s.last_day),
         'isLate', bool_or(o.due_at <= $2 and not o.never_late)) as at
       from period d
       join obligation o on o.period_id = d.id and o.track = 'main' and o.outcome = 'open'
       join schedule s on s.id = o.schedule_id
       where d.notice_id = r.notice_id and d.process_id = r.id
       group by d.id order by min(o.due_at) desc, d.opens_at desc limit 1) a on true
     where r.notice_id = $1 and r.kind = 'drafting'
       and exists (select from period d where d.notice_id = r.notice_id and d.process_id = r.id)
     order by r.id`,
    [noticeId, now],
  );
  return rows;
}
