import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { ownWord, type WordGivenBy } from '../../domain/submissions/ownWord.ts';
import type { LockedObligation } from '../decisions/lockObligations.ts';
import type { Transaction } from '../transaction.ts';
import type { NewSubmission } from './newSubmission.ts';

/**
 * Refuses what cannot be taken: from somebody who does not hold the post, for an obligation closed without a report,
 * received in the future, "nothing" where the chair asked for an explanation, or what is the office's own word and given by its decision alone. What the office keys in may be signed by anybody; its decision answers for it.
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
  mustBeNoWord(submission, obligations);
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

const HOW_IT_IS_GIVEN: Record<WordGivenBy, string> = {
  certify: 'a certificate: certify the period once its reports have fallen due',
  'release-digest': 'a digest: release the one that has been drafted',
};

function mustBeNoWord({ givenBy }: NewSubmission, obligations: readonly LockedObligation[]): void {
  for (const { id, deliverable } of obligations) {
    const word = ownWord(deliverable);
    if (word === undefined || word === givenBy) continue;
    throw new PermanentFailure(
      FAILURES.invalid,
      `${id} is no report but ${HOW_IT_IS_GIVEN[word]}`,
      '/obligations',
    );
  }
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
