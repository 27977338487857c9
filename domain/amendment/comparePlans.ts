import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod, PlannedTrack } from '../../contracts/plan.ts';
import { planProcess } from '../plan/planProcess.ts';
import { sameValue } from './sameValue.ts';

/** What becomes of one planned period of a process. */
export type PeriodChange =
  | { what: 'moves'; before: PlannedPeriod; after: PlannedPeriod }
  | { what: 'vanishes'; before: PlannedPeriod }
  | { what: 'appears'; after: PlannedPeriod };

/**
 * The periods of a process in which two notices differ, in the order of the new plan, those that vanish last. A process
 * that only one of them has is compared with nothing.
 * @param startsAt the process's own start; the notice's where it has none yet
 */
export function comparePlans(
  before: Notice,
  after: Notice,
  processId: string,
  startsAt: Instant | undefined,
): PeriodChange[] {
  const planOf = (notice: Notice): PlannedPeriod[] =>
    hasProcess(notice, processId) ? planProcess(notice, processId, { startsAt }) : [];
  const old = new Map(planOf(before).map((period) => [period.key, period]));
  const now = planOf(after);
  const kept = new Set(now.map(({ key }) => key));
  return [
    ...now.flatMap((period): PeriodChange[] => {
      const was = old.get(period.key);
      if (was === undefined) return [{ what: 'appears', after: period }];
      return samePeriod(was, period) ? [] : [{ what: 'moves', before: was, after: period }];
    }),
    ...[...old.values()]
      .filter(({ key }) => !kept.has(key))
      .map((period): PeriodChange => ({ what: 'vanishes', before: period })),
  ];
}

/** Which of them the period is, and what it is about. */
export const periodOfChange = (change: PeriodChange): PlannedPeriod =>
  change.what === 'vanishes' ? change.before : change.after;

const hasProcess = ({ directives }: Notice, processId: string): boolean =>
  directives.some(({ processes }) => processes.some(({ id }) => id === processId));

/** Whether nothing of a track differs but who owes it. */
export function sameTrack(before: PlannedTrack, after: PlannedTrack): boolean {
  return sameValue({ ...before, parties: [] }, { ...after, parties: [] });
}

const samePeriod = (before: PlannedPeriod, after: PlannedPeriod): boolean =>
  sameValue({ ...before, ordinal: 0 }, { ...after, ordinal: 0 });
