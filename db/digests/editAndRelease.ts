import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { DigestParagraph } from '../../contracts/letters.ts';
import { textOf } from '../../domain/digest/paragraphText.ts';
import { lockObligations } from '../decisions/lockObligations.ts';
import { type Deciding, decidedBefore, recordDecision } from '../decisions/recordDecision.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { enterSubmission } from '../submissions/enterSubmission.ts';
import { inTransaction, type Transaction } from '../transaction.ts';

/** Keeps what the office wrote into a digest; the draft from the register stays beside it. @throws NotFound, Conflict once released */
export async function editDigest(
  pool: Pool,
  input: Deciding & { periodId: string; paragraphs: DigestParagraph[]; reason: string | null },
): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, periodId, at } = input;
  return inTransaction(pool, async (transaction) => {
    const released = await lockDigest(transaction, input);
    if (await decidedBefore(transaction, input, 'edit-digest')) return { decisionId };
    if (released) refuse('what went out stays');
    const decided = await recordDecision(transaction, input, {
      kind: 'edit-digest',
      subject: periodId,
      reason: input.reason,
      detail: { paragraphs: input.paragraphs.length },
    });
    await transaction.query('update digest set edited = $2, edited_at = $3 where period_id = $1', [
      periodId,
      JSON.stringify({ paragraphs: input.paragraphs }),
      at,
    ]);
    await appendLog(transaction, noticeId, at, [decided]);
    return { decisionId };
  });
}

export interface ReleaseDigestInput extends Deciding {
  periodId: string;
  reason: string;
  /** who of the office releases it: the report on the 16th and 30th is this person's submission */
  personId: string;
  channel: 'link' | 'api';
  paragraphs: DigestParagraph[];
  /** to the chair; its key names the period */
  letter: NewLetter;
}

/**
 * Releases a digest to the chair (closing clause: the office reports in writing on the 16th and 30th): its letter goes
 * out, and its text is the office's submission on the obligation it is followed up by.
 * @throws NotFound, Conflict where it was released before
 */
export async function releaseDigest(
  pool: Pool,
  input: ReleaseDigestInput,
): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, periodId, at } = input;
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ id: string }>(
      `select id from obligation where period_id = $1 and notice_id = $2 and track = 'main' order by id`,
      [periodId, noticeId],
    );
    const ids = rows.map(({ id }) => id);
    await lockObligations(transaction, noticeId, ids);
    const released = await lockDigest(transaction, input);
    if (await decidedBefore(transaction, input, 'release-digest')) return { decisionId };
    if (released) refuse('it goes out once');
    const decided = await recordDecision(transaction, input, {
      kind: 'release-digest',
      subject: periodId,
      reason: input.reason,
      detail: {},
    });
    const { entries } = await enterSubmission(transaction, {
      id: decisionId,
      noticeId,
      obligationIds: ids,
      signedBy: input.personId,
      uploadedBy: input.actor.id,
      channel: input.channel,
      kind: 'report',
      body: textOf(input.paragraphs),
      answers: {},
      checklist: [],
      attachments: [],
      receivedAt: at,
      reviewDueAt: null,
      now: at,
      givenBy: 'release-digest',
      composeReceipt: () => [], // the page that it is released on answers
      composeReversed: () => [], // it is nobody's report: there is no finding about it
    });
    const letters = [input.letter];
    const queued = await queueLetters(transaction, { noticeId, now: at, letters });
    await transaction.query(
      `update digest set released_at = $2, decision_id = $3, letter_id = (select id from letter where key = $4) where period_id = $1`,
      [periodId, at, decisionId, input.letter.key],
    );
    await appendLog(transaction, noticeId, at, [decided, ...entries, ...queued]);
    return { decisionId };
  });
}

/** Locks a digest; answers whether it is released. */
async function lockDigest(
  transaction: Transaction,
  { noticeId, periodId }: { noticeId: string; periodId: string },
): Promise<boolean> {
  const { rows } = await transaction.query<{ released: boolean }>(
    'select released_at is not null as released from digest where period_id = $1 and notice_id = $2 for update',
    [periodId, noticeId],
  );
  if (rows[0]) return rows[0].released;
  throw new PermanentFailure(FAILURES.notFound, `no digest has been drafted for ${periodId}`);
}

function refuse(why: string): never {
  throw new PermanentFailure(FAILURES.conflict, `the digest is released already: ${why}`);
}
