import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/** A post, or one addressee of a unit, that passes from somebody to somebody; null: it was, or becomes, vacant. */
export interface HandedOver {
  noticeId: string;
  partyId: string;
  leaving: string | null;
  coming: string | null;
  since: Instant;
  /** a post has one holder, a unit may have several */
  sole: boolean;
}

/**
 * Ends one holding and begins the other, and leaves the hand-over to the notice's workflow, which writes the newcomer's
 * letter once its time has come. @returns the row for the log
 * @throws Conflict where whoever leaves has come after `since`
 */
export async function handOver(
  transaction: Transaction,
  { noticeId, partyId, leaving, coming, since, sole }: HandedOver,
  { decisionId, actor }: { decisionId: string; actor: string },
): Promise<LogEntry> {
  if (leaving !== null) {
    const { rowCount } = await transaction.query(
      `update holding set until = $4
       where notice_id = $1 and party_id = $2 and person_id = $3 and until is null and since < $4`,
      [noticeId, partyId, leaving, since],
    );
    if (rowCount === 0) {
      const why = `nothing was changed: ${leaving} holds ${partyId} from ${since} on, and not before`;
      throw new PermanentFailure(FAILURES.conflict, why);
    }
  }
  if (coming !== null) {
    await transaction.query(
      'insert into holding (notice_id, party_id, person_id, sole, since) values ($1, $2, $3, $4, $5)',
      [noticeId, partyId, coming, sole, since],
    );
  }
  await transaction.query(
    'insert into hand_over (decision_id, notice_id, party_id, leaving_id, coming_id, at) values ($1, $2, $3, $4, $5, $6)',
    [decisionId, noticeId, partyId, leaving, coming, since],
  );
  const detail = { decision: decisionId, leaving, coming, since };
  return { actor, action: 'post-handed-over', subject: partyId, detail };
}
