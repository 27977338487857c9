import type { ReportingCycle } from '../../contracts/notice/index.ts';
import { owing } from '../notice/roster.ts';
import { certificateTrack } from './certificate.ts';
import { digestTurns, isDigest } from './digest.ts';
import { ladderOf, type PeriodPlan, type PlanContext } from './planContext.ts';
import { type RecurringProcess, recurringPlan, type TurnExtras } from './recurring.ts';
import { turnsOf } from './turns.ts';

/**
 * A reporting cycle: one period for each of its days, with a track of reports (or of the digest that the engine drafts
 * from another cycle's) and, where the incoming book is to be certified, a track for that.
 */
export function planReportingCycle(context: PlanContext, process: ReportingCycle): PeriodPlan {
  const { id: processId, owes, outline, opens, certification } = process;
  const ladder = ladderOf(context.notice, process.ladder);
  const parties = owing(context.notice, owes);
  const recurring = { processId, parties, ladder, outline, opens };
  const extras: TurnExtras = {};
  if (certification !== undefined) {
    extras.further = (_turn, main) => {
      const track = certificateTrack(context, certification, main);
      return track === null ? [] : [track];
    };
  }
  if (isDigest(process)) {
    const { turns, draft } = digestTurns(context, process);
    const digest: RecurringProcess = { ...recurring, deliverable: 'digest' };
    return recurringPlan(context, digest, turns, { ...extras, draft });
  }
  const turns = turnsOf(context, process, ladder);
  return recurringPlan(context, { ...recurring, deliverable: 'report' }, turns, extras);
}
