import type { Queryable } from '../pool.ts';

/** What the register knows of a drafting as a whole. */
export interface StagesRead {
  paused: boolean;
  /** there is no proposal: somebody said so, or nobody said anything to the end */
  noProposal: boolean;
  /** the periods that are open or have been, by key; done where nobody owes anything in it any more */
  periods: Map<string, { done: boolean }>;
}

/** How far the stages of a drafting have come. A supplement asked for afterwards does not undo a stage. */
export async function readStages(
  queryable: Queryable,
  noticeId: string,
  processId: string,
): Promise<StagesRead> {
  const { rows } = await queryable.query<{
    key: string | null;
    done: boolean;
    paused: boolean;
    noProposal: boolean;
  }>(
    `select d.key, r.state = 'paused' as paused,
       not exists (select from obligation o where o.period_id = d.id and o.track = 'main' and o.outcome = 'open') as done,
       exists (select from obligation o where o.period_id = d.id and o.closed_as = 'no-proposal') as "noProposal"
     from process r left join period d on d.notice_id = r.notice_id and d.process_id = r.id
     where r.notice_id = $1 and r.id = $2`,
    [noticeId, processId],
  );
  return {
    paused: rows.some(({ paused }) => paused),
    noProposal: rows.some(({ noProposal }) => noProposal),
    periods: new Map(rows.flatMap(({ key, done }) => (key === null ? [] : [[key, { done }]]))),
  };
}
