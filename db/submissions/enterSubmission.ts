import { recountPeaks } from '../campaign/recountPeaks.ts';
import { readAffected } from '../decisions/affected.ts';
import { type LockedObligation, lockObligations } from '../decisions/lockObligations.ts';
import { stopPursuit } from '../decisions/stopPursuit.ts';
import { wakeSettled } from '../decisions/wakeSettled.ts';
import { queueLetters } from '../letters/queueLetters.ts';
import type { LogEntry } from '../log.ts';
import { STANDS_STILL } from '../reading/statusColumn.ts';
import type { Transaction } from '../transaction.ts';
import { contentHash } from './contentHash.ts';
import { insertSubmission } from './insertSubmission.ts';
import { mustBeTakable } from './mustBeTakable.ts';
import type { NewSubmission, Receipt } from './newSubmission.ts';
import { containedInAll, readContained } from './readContained.ts';
import { receiptBefore } from './receiptBefore.ts';
import { recordKeyIn, withdrawDisproved } from './recordKeyIn.ts';
import { settleStages } from './settleStages.ts';
import { alsoSettled, mustSuitStage, stagesTaken } from './stagesTaken.ts';

export interface EnteredSubmission {
  receipt: Receipt;
  /** for the caller's `appendLog`, which comes last; none where the submission had been entered before */
  entries: LogEntry[];
}

/** Enters a submission within the caller's transaction; its rules and errors are `takeSubmission`'s. */
export async function enterSubmission(
  transaction: Transaction,
  submission: NewSubmission,
): Promise<EnteredSubmission> {
  const { id, noticeId, now } = submission;
  const sha256 = contentHash(submission);
  const locked = await lockObligations(transaction, noticeId, [
    ...submission.obligationIds,
    ...(await alsoSettled(transaction, submission)),
  ]);
  const before = await receiptBefore(transaction, submission, sha256);
  if (before) return { receipt: before, entries: [] };
  const isOwn = (one: LockedObligation) => submission.obligationIds.includes(one.id);
  const obligations = locked.filter(isOwn);
  const others = locked.filter((one) => !isOwn(one) && one.outcome === 'open');
  await mustBeTakable(transaction, submission, obligations);
  const stages = await stagesTaken(transaction, noticeId, obligations);
  await mustSuitStage(transaction, submission, stages);

  const ids = obligations.map((one) => one.id);
  const capacities = obligations.map((one) => one.capacity);
  const { receiptNo, version } = await insertSubmission(transaction, submission, {
    ids,
    capacities,
    sha256,
  });
  const decided = await recordKeyIn(transaction, submission, obligations);
  const late = await receive(transaction, submission, ids);
  const receipt: Receipt = {
    submissionId: id,
    receiptNo,
    receivedAt: submission.receivedAt,
    recordedAt: now,
    late,
    version,
    capacities,
    obligationIds: ids,
  };
  const withdrawn = await withdrawDisproved(transaction, submission, ids);
  const stopped = await stopPursuit(transaction, ids, now);
  const settled = await settleStages(transaction, submission, { stages, others });
  const letters = submission.composeReceipt({
    ...receipt,
    noticeId,
    signedBy: submission.signedBy,
    channel: submission.channel,
    kind: submission.kind,
    items: await readAffected(transaction, ids, now),
    contained: await containedSoFar(transaction, obligations),
  });
  const queued = await queueLetters(transaction, { noticeId, now, letters });
  const newly = [...newlySettled(obligations), ...settled.closed];
  await wakeSettled(transaction, newly);
  const recounted = await recountPeaks(transaction, newly, now);
  const taken = ids.map((subject) => takenEntry(submission, receipt, subject, sha256));
  const done = [...decided, ...taken, ...withdrawn, ...stopped, ...settled.entries];
  return { receipt, entries: [...done, ...queued, ...recounted] };
}

/** Asked of the register only where there is a dossier: most submissions have none, and come by the thousand. */
async function containedSoFar(
  transaction: Transaction,
  obligations: LockedObligation[],
): Promise<string[]> {
  const hasDossier = obligations.some(
    ({ deliverable }) => deliverable === 'dossier' || deliverable === 'supplement',
  );
  if (!hasDossier) return [];
  return containedInAll(
    await readContained(
      transaction,
      obligations.map(({ id }) => id),
    ),
  );
}

const newlySettled = (obligations: LockedObligation[]) =>
  obligations.filter(({ outcome }) => outcome === 'open');

/**
 * The earliest receipt counts, and how the earliest was received; answers whether any of them is late by it. What falls
 * due in a pause is not: its due time moves with the resume.
 */
async function receive(
  transaction: Transaction,
  { receivedAt, kind }: NewSubmission,
  ids: string[],
): Promise<boolean> {
  const { rows } = await transaction.query<{ late: boolean }>(
    `update obligation o set received_at = least(o.received_at, $2),
       received_as = case when o.received_at is null or $2 < o.received_at then $3 else o.received_as end
     from period d, process r
     where o.id = any($1) and d.id = o.period_id and r.notice_id = o.notice_id and r.id = o.process_id
     returning o.outcome = 'late' and not ${STANDS_STILL} as late`,
    [ids, receivedAt, kind],
  );
  return rows.some(({ late }) => late);
}

function takenEntry(
  submission: NewSubmission,
  { receiptNo, receivedAt, version, late }: Receipt,
  subject: string,
  sha256: string,
): LogEntry {
  return {
    actor: submission.uploadedBy,
    action: 'submission-taken',
    subject,
    detail: { submission: submission.id, receiptNo, receivedAt, version, late, sha256 },
  };
}
