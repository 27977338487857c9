import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Transaction } from '../transaction.ts';

/** Refuses a record about somebody who is no party of the notice. @throws NotFound */
export async function mustBeParty(
  transaction: Transaction,
  noticeId: string,
  partyId: string,
): Promise<void> {
  const { rowCount } = await transaction.query(
    'select 1 from party where notice_id = $1 and id = $2',
    [noticeId, partyId],
  );
  if (rowCount === 1) return;
  throw new PermanentFailure(
    FAILURES.notFound,
    `the notice ${noticeId} has no party ${partyId}`,
    '/party',
  );
}
