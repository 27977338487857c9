import type { Notice } from '../../../../contracts/notice/index.ts';
import { nothingMeans } from '../../../../domain/drafting/nothingMeans.ts';
import { findProcess } from '../../../../domain/notice/findProcess.ts';
import { stageOf } from '../../../../domain/plan/drafting.ts';
import type { OwedInLetter } from './facts.ts';

/** Whether somebody may say that there is nothing to report: not where a document, a dossier, guidance or an explanation is owed. */
export function mayBeNothing(
  notice: Notice,
  { processId, periodKey, deliverable }: OwedInLetter,
): boolean {
  if (['dossier', 'guidance', 'explanation'].includes(deliverable)) return false;
  const { process } = findProcess(notice, processId);
  if (process.kind !== 'drafting') return deliverable !== 'document';
  const stage = stageOf(process, periodKey);
  return stage !== undefined && nothingMeans(process, stage) !== null;
}
