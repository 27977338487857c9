import type { ProposedBefore } from '../../domain/ladder/proposals.ts';
import type { Queryable } from '../pool.ts';

/** The proposals about these persons that the chair has decided or may still decide. */
export async function proposedBefore(
  queryable: Queryable,
  noticeId: string,
  personIds: readonly string[],
): Promise<ProposedBefore[]> {
  const { rows } = await queryable.query<ProposedBefore>(
    `select id, person_id as "personId", state, missed from proposal
     where notice_id = $1 and person_id = any($2) and state in ('open', 'decided') order by entered_at, id`,
    [noticeId, personIds],
  );
  return rows;
}
