import { nothingMeans } from '../../domain/drafting/nothingMeans.ts';
import { enterComment } from '../comments/enterComment.ts';
import { closeObligations } from '../decisions/closeObligations.ts';
import type { LockedObligation } from '../decisions/lockObligations.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import type { NewSubmission } from './newSubmission.ts';
import type { StageTaken } from './stagesTaken.ts';

/**
 * What a submission brings about in its drafting beside its receipt: a body's opinion becomes a comment to be answered,
 * the document covers the stages before it that its party still owes, and "no proposal" closes all that is open.
 * `others` are the obligations that `alsoSettled` found, locked.
 */
export async function settleStages(
  transaction: Transaction,
  submission: NewSubmission,
  { stages, others }: { stages: readonly StageTaken[]; others: readonly LockedObligation[] },
): Promise<{ entries: LogEntry[]; closed: LockedObligation[] }> {
  const entries: LogEntry[] = [];
  const closed: LockedObligation[] = [];
  const by = { actor: submission.uploadedBy, submissionId: submission.id, at: submission.now };
  const close = async (
    obligations: readonly LockedObligation[],
    as: 'covered' | 'no-proposal',
  ): Promise<void> => {
    entries.push(...(await closeObligations(transaction, obligations, as, by)));
    closed.push(...obligations);
  };

  const commented = new Set<string>();
  for (const { obligation, process, stage } of stages) {
    const { processId, partyId, capacity } = obligation;
    const ofProcess = others.filter((other) => other.processId === processId);
    if (submission.kind === 'nothing') {
      if (nothingMeans(process, stage) === 'no-proposal') {
        await close([obligation, ...ofProcess], 'no-proposal');
      }
    } else if (stage.kind === 'consult' && !commented.has(processId)) {
      commented.add(processId); // in several capacities it is one opinion
      const { noticeId, id: submissionId, uploadedBy, now } = submission;
      const comment = { noticeId, processId, obligationId: obligation.id, partyId, submissionId };
      entries.push(
        await enterComment(transaction, { ...comment, madeBy: capacity, by: uploadedBy, at: now }),
      );
    } else if (obligation.deliverable === 'document') {
      await close(
        ofProcess.filter((other) => other.partyId === partyId),
        'covered',
      );
    }
  }
  return { entries, closed };
}
