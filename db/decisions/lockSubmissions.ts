import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Review } from '../submissions/listSubmissions.ts';
import type { Transaction } from '../transaction.ts';

export interface LockedSubmission {
  id: string;
  review: Review;
  signedOriginalAt: string | null;
  obligationIds: string[];
}

/** Locks submissions of a notice until the commit, by id, and then reads them. @throws NotFound */
export async function lockSubmissions(
  transaction: Transaction,
  noticeId: string,
  ids: readonly string[],
): Promise<LockedSubmission[]> {
  const wanted = [...new Set(ids)];
  await transaction.query(
    'select 1 from submission where id = any($1::uuid[]) and notice_id = $2 order by id for update',
    [wanted, noticeId],
  );
  const { rows } = await transaction.query<LockedSubmission>(
    `select s.id, s.review, s.signed_original_at as "signedOriginalAt",
       array(select c.obligation_id from submission_obligation c where c.submission_id = s.id order by 1) as "obligationIds"
     from submission s where s.id = any($1::uuid[]) and s.notice_id = $2 order by s.id`,
    [wanted, noticeId],
  );
  if (rows.length === wanted.length) return rows;
  const found = new Set(rows.map(({ id }) => id));
  throw new PermanentFailure(
    FAILURES.notFound,
    `the notice ${noticeId} has no submission ${wanted.find((id) => !found.has(id))}`,
    '/submissions',
  );
}
