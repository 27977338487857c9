import { recountPeaks } from '../campaign/recountPeaks.ts';
import { readAffected } from '../decisions/affected.ts';
import { type LockedObligation, lockObligations } from '../decisions/lockObligations.ts';
import { stopPursuit } from '../decisions/stopPursuit.ts';
import { wakeSettled } from '../decisions/wakeSettled.ts';
import { queueLetters } from '../letters/queueLetters.ts';
import type { LogEntry } from '../log.ts';
import { CAME_LATE } from '../reading/statusColumn.ts';
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
  await receive(transaction, submission, ids);
  const withdrawn = await withdrawDisproved(transaction, submission, ids);
  const receipt: Receipt = {
    submissionId: id,
    receiptNo,
    receivedAt: submission.receivedAt,
    recordedAt: now,
    late: await isLate(transaction, ids),
    version,
    capacities,
    obligationIds: ids,
  };
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
 * The earliest receipt counts; what it counts as is what the latest version in time says, or where none was in time the
 * latest of all. The submission itself has been entered.
 */
async function receive(
  transaction: Transaction,
  { receivedAt }: NewSubmission,
  ids: string[],
): Promise<void> {
  await transaction.query(
    `update obligation o set received_at = least(o.received_at, $2), received_as = (
       select s.kind from submission_obligation v join submission s on s.id = v.submission_id
       where v.obligation_id = o.id order by s.received_at < o.due_at desc, s.received_at desc, v.version desc limit 1)
     where o.id = any($1)`,
    [ids, receivedAt],
  );
}

/** Whether one of them came late, as the register stands. */
async function isLate(transaction: Transaction, ids: string[]): Promise<boolean> {
  const { rowCount } = await transaction.query(
    `select 1 from obligation o join period d on d.id = o.period_id
     join process r on r.notice_id = o.notice_id and r.id = o.process_id
     where o.id = any($1) and ${CAME_LATE} limit 1`,
    [ids],
  );
  return rowCount === 1;
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
