import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { LockedObligation } from '../decisions/lockObligations.ts';
import type { Transaction } from '../transaction.ts';
import type { NewSubmission } from './newSubmission.ts';

/**
 * Refuses what cannot be taken: from somebody who does not hold the post, for an obligation closed without a report,
 * received in the future, or "nothing" where the chair asked for an explanation. What the office keys in may be signed by anybody; its decision answers for it.
 */
export async function mustBeTakable(
  transaction: Transaction,
  submission: NewSubmission,
  obligations: readonly LockedObligation[],
): Promise<void> {
  const { receivedAt, now, channel, kind } = submission;
  const isKeyedIn = submission.keyInDecision !== undefined;
  if (!isKeyedIn && channel !== 'link' && channel !== 'api') {
    throw new PermanentFailure(
      FAILURES.invalid,
      `what came by ${channel} is keyed in by the office, with its reason`,
      '/channel',
    );
  }
  if (receivedAt > now) {
    throw new PermanentFailure(
      FAILURES.invalid,
      `received at ${receivedAt}, which is after now (${now})`,
      '/receivedAt',
    );
  }
  const explained = obligations.find(({ deliverable }) => deliverable === 'explanation');
  if (kind === 'nothing' && explained) {
    throw new PermanentFailure(
      FAILURES.invalid,
      `${explained.id} asks for an explanation: "nothing to report" is none`,
      '/kind',
    );
  }
  const closed = obligations.find(({ closedAs }) => closedAs !== null);
  if (closed) {
    throw new PermanentFailure(
      FAILURES.conflict,
      `${closed.id} was closed as ${closed.closedAs}: no report is owed any more`,
      '/obligations',
    );
  }
  if (!isKeyedIn) await mustHold(transaction, submission, obligations);
}

async function mustHold(
  transaction: Transaction,
  { noticeId, signedBy, receivedAt }: NewSubmission,
  obligations: readonly LockedObligation[],
): Promise<void> {
  if (signedBy === null) {
    throw new PermanentFailure(
      FAILURES.invalid,
      'nobody signed it: name who did, or key it in with a reason',
      '/signedBy',
    );
  }
  const { rows } = await transaction.query<{ party_id: string }>(
    `select party_id from holding
     where notice_id = $1 and person_id = $2 and since <= $3 and (until is null or until > $3)`,
    [noticeId, signedBy, receivedAt],
  );
  const held = new Set(rows.map(({ party_id }) => party_id));
  const other = obligations.find(({ partyId }) => !held.has(partyId));
  if (!other) return;
  throw new PermanentFailure(
    FAILURES.notAllowed,
    `the signer does not hold ${other.partyId}, which owes ${other.id}`,
    '/obligations',
  );
}
