import type { Process } from '../../contracts/notice/index.ts';
import { findPeriod, ladderOf, type PeriodPlan, type PlanContext } from './planContext.ts';
import { recurringPlan } from './recurring.ts';
import { turnsOf } from './turns.ts';

type Programme = Extract<Process, { kind: 'programme' }>;

/**
 * A programme: check-ins by whoever leads it and alone answers for it (those who coordinate owe nothing). One whose
 * questions are asked inside another cycle's report has no periods of its own: its answers hang on that submission.
 */
export function planProgramme(context: PlanContext, process: Programme): PeriodPlan {
  const { checkIn, id: processId, until } = process;
  if ('inside' in checkIn) return { keys: [], plan: (key) => findPeriod([], processId, key) };
  const ladder = ladderOf(context.notice, checkIn.ladder);
  const turns = turnsOf(context, checkIn, ladder, { until });
  const recurring = { processId, parties: [process.lead], ladder, outline: checkIn.outline };
  return recurringPlan(context, { ...recurring, deliverable: 'check-in' }, turns);
}
