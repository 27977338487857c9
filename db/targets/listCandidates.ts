import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** A candidate as lists show it. */
export interface CandidateRead {
  id: string;
  processId: string;
  targetId: string;
  partyId: string | null;
  /** the unit's title, or the place's name */
  name: string;
  state: 'prepared' | 'attained' | 'dropped';
  since: string;
  recordedAt: Instant;
}

/** The candidates of a notice's targets, of one process or all, those who have attained first. */
export async function listCandidates(
  queryable: Queryable,
  { noticeId, processId }: { noticeId: string; processId?: string },
): Promise<CandidateRead[]> {
  const { rows } = await queryable.query<CandidateRead>(
    `select c.id, c.process_id as "processId", c.target_id as "targetId", c.party_id as "partyId",
       coalesce(c.name, p.title) as name, c.state, c.since, c.recorded_at as "recordedAt"
     from target_candidate c left join party p on p.notice_id = c.notice_id and p.id = c.party_id
     where c.notice_id = $1 and ($2::text is null or c.process_id = $2)
     order by c.process_id, c.target_id, array_position(array['attained', 'prepared', 'dropped'], c.state),
       coalesce(c.name, p.title) collate "vi-x-icu", c.id`,
    [noticeId, processId ?? null],
  );
  return rows;
}
