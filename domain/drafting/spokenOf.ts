import type { Notice } from '../../contracts/notice/index.ts';
import { findProcess } from '../notice/findProcess.ts';
import { type Stage, stageOf } from '../plan/drafting.ts';

/** A stage by what is made at it, as letters speak of it: an opinion, a draft, what goes to the session. */
export type SpokenStage = `stage-${Stage['kind']}`;

/**
 * What is owed, as letters speak of it: a drafting's stage is a draft, an opinion or a document to be submitted and
 * never a "report". Everything else is its deliverable.
 */
export function spokenOf(
  notice: Notice,
  owed: { processId: string; periodKey: string; deliverable: string },
): string {
  const { processId, periodKey, deliverable } = owed;
  if (deliverable !== 'stage' && deliverable !== 'document') return deliverable;
  const { process } = findProcess(notice, processId);
  const stage = process.kind === 'drafting' ? stageOf(process, periodKey) : undefined;
  return stage === undefined ? deliverable : (`stage-${stage.kind}` satisfies SpokenStage);
}
