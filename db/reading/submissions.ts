import type { Queryable } from '../pool.ts';

/** The obligations that submissions cover; those of unknown submissions are not in it. */
export async function obligationsCovered(
  queryable: Queryable,
  submissionIds: readonly string[],
): Promise<{ submissionId: string; obligationId: string; partyId: string }[]> {
  const { rows } = await queryable.query<{
    submissionId: string;
    obligationId: string;
    partyId: string;
  }>(
    `select so.submission_id as "submissionId", so.obligation_id as "obligationId", o.party_id as "partyId"
     from submission_obligation so join obligation o on o.id = so.obligation_id
     where so.submission_id = any($1) order by 1, 2`,
    [submissionIds],
  );
  return rows;
}

/** What these obligations ask for, in the order of their ids. */
export async function readDeliverables(
  queryable: Queryable,
  obligationIds: readonly string[],
): Promise<{ processId: string; deliverable: string }[]> {
  const { rows } = await queryable.query<{ processId: string; deliverable: string }>(
    'select process_id as "processId", deliverable from obligation where id = any($1) order by id',
    [obligationIds],
  );
  return rows;
}
