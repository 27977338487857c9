import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';

interface Present {
  person: string;
  since: Instant;
}

/** Who holds a party now, under the lock of its row. @throws Conflict where a change is entered for later: that one has to come first */
export async function presentHolders(
  transaction: Transaction,
  { noticeId, partyId, at }: { noticeId: string; partyId: string; at: Instant },
): Promise<Present[]> {
  const { rows } = await transaction.query<Present & { until: Instant | null }>(
    `select person_id as person, since, until from holding
     where notice_id = $1 and party_id = $2 and (until is null or until > $3) order by since, person_id`,
    [noticeId, partyId, at],
  );
  if (rows.some(({ since, until }) => since > at || until !== null)) {
    const why = `nothing was changed: a hand-over of ${partyId} is entered for later already`;
    throw new PermanentFailure(FAILURES.conflict, why);
  }
  return rows;
}
