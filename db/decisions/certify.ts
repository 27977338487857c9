import type { Certify } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { enterSubmission } from '../submissions/enterSubmission.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { type LockedObligation, lockObligations, mustBeOpen } from './lockObligations.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';

export interface CertifyInput extends Deciding {
  periodId: string;
  /** who certifies: a person who holds the office's position */
  personId: string;
  channel: 'link' | 'api';
  decision: Certify;
}

/**
 * The office's word that its incoming book, mail tray and Zalo hold no report of a period: one submission on all of its
 * certificates whose reports have fallen due, under the decision's id. It opens the gate to their lock, so the follow-up
 * is woken.
 * @throws NotFound where the period asks for no certificate, Conflict where it was certified before or the reports are
 * not due yet, NotAllowed where the person does not hold the office's position
 */
export async function certify(pool: Pool, input: CertifyInput): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, periodId, personId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ id: string }>(
      `select id from obligation where period_id = $1 and notice_id = $2 and deliverable = 'certificate'`,
      [periodId, noticeId],
    );
    if (rows.length === 0) {
      throw new PermanentFailure(FAILURES.notFound, `${periodId} asks for no certificate`);
    }
    const obligations = await lockObligations(
      transaction,
      noticeId,
      rows.map(({ id }) => id),
    );
    if (await decidedBefore(transaction, input, 'certify')) return { decisionId };
    const open = obligations.filter(({ outcome }) => outcome === 'open');
    if (open.length === 0) mustBeOpen(obligations);
    const given = await speakingNow(transaction, open, at);
    const decided = await recordDecision(transaction, input, {
      kind: 'certify',
      subject: periodId,
      reason: decision.comment || null,
      detail: { book: decision.book, tray: decision.tray, zalo: decision.zalo },
    });
    const { entries } = await enterSubmission(transaction, {
      id: decisionId,
      noticeId,
      obligationIds: given,
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
      givenBy: 'certify',
      composeReceipt: () => [], // the page that it is given on answers; a letter to oneself says nothing new
      composeReversed: () => [], // it is nobody's report: there is no finding about it
    });
    await appendLog(transaction, noticeId, at, [decided, ...entries]);
    return { decisionId };
  });
}

/** Those of the open certificates whose reports have fallen due; a pause holds a due time back. @throws Conflict where none has */
async function speakingNow(
  transaction: Transaction,
  open: readonly LockedObligation[],
  at: Instant,
): Promise<string[]> {
  const { rows } = await transaction.query<{ id: string; from: Instant; isDue: boolean }>(
    `select o.id, s.certifies_from as from,
       s.certifies_from <= $2 and not (d.state = 'paused' and r.paused_at < s.certifies_from) as "isDue"
     from obligation o join schedule s on s.id = o.schedule_id join period d on d.id = o.period_id
     join process r on r.notice_id = o.notice_id and r.id = o.process_id
     where o.id = any($1) order by s.certifies_from, o.id`,
    [open.map(({ id }) => id), at],
  );
  const due = rows.filter(({ isDue }) => isDue).map(({ id }) => id);
  if (due.length > 0) return due;
  throw new PermanentFailure(
    FAILURES.conflict,
    `nothing was decided: the reports may come in until ${rows[0]?.from} or later, and what is still to come cannot be certified`,
  );
}
