import type { Certify } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { enterSubmission } from '../submissions/enterSubmission.ts';
import { inTransaction } from '../transaction.ts';
import { lockObligations, mustBeOpen } from './lockObligations.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';

export interface CertifyInput extends Deciding {
  periodId: string;
  /** who certifies: a person who holds the office's position */
  personId: string;
  channel: 'link' | 'api';
  decision: Certify;
}

/**
 * The office's word that its incoming book, mail tray and Zalo hold no report of a period: a submission on the period's
 * certificate obligation, under the decision's id. It opens the gate to the lock, so the follow-up is woken.
 * @throws NotFound where the period asks for no certificate, Conflict where it was certified before, NotAllowed where
 * the person does not hold the office's position
 */
export async function certify(pool: Pool, input: CertifyInput): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, periodId, personId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ id: string }>(
      `select id from obligation where period_id = $1 and notice_id = $2 and track = 'certificate'`,
      [periodId, noticeId],
    );
    const certificate = rows[0];
    if (!certificate) {
      throw new PermanentFailure(FAILURES.notFound, `${periodId} asks for no certificate`);
    }
    const obligations = await lockObligations(transaction, noticeId, [certificate.id]);
    if (await decidedBefore(transaction, input, 'certify')) return { decisionId };
    mustBeOpen(obligations);
    const decided = await recordDecision(transaction, input, {
      kind: 'certify',
      subject: periodId,
      reason: decision.comment || null,
      detail: { book: decision.book, tray: decision.tray, zalo: decision.zalo },
    });
    const { entries } = await enterSubmission(transaction, {
      id: decisionId,
      noticeId,
      obligationIds: [certificate.id],
      signedBy: personId,
      uploadedBy: actor.id,
      channel: input.channel,
      kind: 'report',
      body: decision.comment ?? '',
      answers: {},
      checklist: ['book', 'tray', 'zalo'],
      attachments: [],
      receivedAt: at,
      reviewDueAt: null,
      now: at,
      composeReceipt: () => [], // the page that it is given on answers; a letter to oneself says nothing new
      composeReversed: () => [], // it is nobody's report: there is no finding about it
    });
    await appendLog(transaction, noticeId, at, [decided, ...entries]);
    return { decisionId };
  });
}
