import type { Notice } from '../../../../contracts/notice/index.ts';
import { nothingMeans } from '../../../../domain/drafting/nothingMeans.ts';
import { findProcess } from '../../../../domain/notice/findProcess.ts';
import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import { type Drafting, type Stage, stageOf } from '../../../../domain/plan/drafting.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { OPINIONS, PROPOSES } from '../weights.ts';
import type { OwedInLetter, Piece } from './facts.ts';
import type { OwedGroup } from './groupOwed.ts';
import { nextWorkingTime } from './moments.ts';

/** The stage of a drafting that is owed; null for everything else. */
export function stageOwed(
  notice: Notice,
  { processId, periodKey, track }: OwedInLetter,
): { process: Drafting; stage: Stage } | null {
  const { process } = findProcess(notice, processId);
  if (process.kind !== 'drafting' || track !== 'main') return null;
  const stage = stageOf(process, periodKey);
  return stage === undefined ? null : { process, stage };
}

/**
 * What somebody hands in who would hand in `kind`: at a stage, an opinion or the word that one agrees, a document or
 * that nothing is proposed.
 */
export function kindAtStage(
  { notice, seed }: Piece,
  first: OwedInLetter,
  kind: 'report' | 'nothing',
): 'report' | 'nothing' {
  const owed = stageOwed(notice, first);
  if (owed === null) return kind;
  switch (nothingMeans(owed.process, owed.stage)) {
    case 'agreed':
      return choose(OPINIONS, seed, 'opinion', first.obligationId) === 'agrees'
        ? 'nothing'
        : 'report';
    case 'no-proposal':
      return choose(PROPOSES, seed, 'proposes', first.processId) === 'nothing'
        ? 'nothing'
        : 'report';
    case null:
      return 'report';
  }
}

/** What the office does beside a drafting: enters what was said at the meeting, and who is to attain its targets. */
export function besideDrafting(
  { notice, office }: Piece,
  { first }: OwedGroup,
  now: string,
): Act[] {
  const owed = stageOwed(notice, first);
  if (owed === null || office === null) return [];
  const { process, stage } = owed;
  const calendar = calendarOf(notice);
  const acts: Act[] = [];
  if (stage.kind === 'absorb' && process.stages[0] === stage) {
    acts.push({
      id: `${first.periodId}/meeting comments`,
      actor: office,
      act: 'enter comments',
      subject: { process: process.id },
      at: nextWorkingTime(calendar, now, TIMES.enterComments),
    });
  }
  if (process.targets.length > 0 && process.stages.at(-1) === stage) {
    acts.push({
      id: `${first.periodId}/candidates`,
      actor: office,
      act: 'record candidates',
      subject: { process: process.id, since: first.lastDay },
      at: nextWorkingTime(calendar, first.dueAt, TIMES.recordCandidates),
    });
  }
  return acts;
}
