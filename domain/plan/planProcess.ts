import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Campaign, Notice, Process } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import { findProcess } from '../notice/findProcess.ts';
import { calendarOf } from './calendarOf.ts';
import { planCampaign, planFurtherPeak } from './campaign.ts';
import { planCollection } from './collection.ts';
import { planDrafting } from './drafting.ts';
import type { PeriodPlan, PlanContext } from './planContext.ts';
import { planProgramme } from './programme.ts';
import { planReportingCycle } from './reportingCycle.ts';

export interface PlanOptions {
  /** A later real start; without it the notice's own. */
  startsAt?: Instant | undefined;
}

/** When the follow-up of a notice starts, as its head says. */
export function ownStart(notice: Notice): Instant {
  const { on, at } = notice.head.start;
  return calendarOf(notice).at(on, at);
}

/**
 * Every period of a process from the notice's conclusion to its end, in the order of its kind; `from` and `to` narrow
 * it to nominal days ('YYYY-MM-DD', both included). The whole plan is a pure function of notice, start and range: the
 * workflows, the preview and the tests read the same one.
 * @throws NotFound for an unknown process; CalendarYearMissing where counting leaves the holiday tables
 */
export function planProcess(
  notice: Notice,
  processId: string,
  options: PlanOptions & { from?: string | undefined; to?: string | undefined } = {},
): PlannedPeriod[] {
  const { from, to } = options;
  const { keys, plan } = periodPlan(notice, processId, options);
  return keys
    .filter((key) => {
      const day = key.slice(0, 10);
      return (from === undefined || day >= from) && (to === undefined || day <= to);
    })
    .map(plan);
}

/** The keys of a process's periods, in order, without planning them. Throws as `planProcess`. */
export function periodKeys(notice: Notice, processId: string, options: PlanOptions = {}): string[] {
  return periodPlan(notice, processId, options).keys;
}

/** One period of a process, the same as `planProcess` has it. @throws NotFound for an unknown process or period */
export function planPeriod(
  notice: Notice,
  processId: string,
  key: string,
  options: PlanOptions = {},
): PlannedPeriod {
  return periodPlan(notice, processId, options).plan(key);
}

/** The plan last made of each process of a notice object; periods are asked for one by one, over and over. */
const plans = new WeakMap<Notice, Map<string, { startsAt: Instant; plan: PeriodPlan }>>();

function periodPlan(notice: Notice, processId: string, options: PlanOptions): PeriodPlan {
  const startsAt = options.startsAt ?? ownStart(notice);
  const ofNotice = plans.get(notice) ?? new Map<string, { startsAt: Instant; plan: PeriodPlan }>();
  plans.set(notice, ofNotice);
  const known = ofNotice.get(processId);
  if (known?.startsAt === startsAt) return known.plan;
  const { process, directive } = findProcess(notice, processId);
  const context = { notice, calendar: calendarOf(notice), startsAt, directive: directive.no };
  const plan = planKind(context, process);
  ofNotice.set(processId, { startsAt, plan });
  return plan;
}

/**
 * A peak that a decision adds to a campaign, planned as those of its file are.
 * @throws NotFound, Invalid where the process is no campaign; CalendarYearMissing where counting leaves the tables
 */
export function planPeak(
  notice: Notice,
  processId: string,
  peak: Campaign['peaks'][number],
  options: PlanOptions,
): PlannedPeriod {
  const { process, directive } = findProcess(notice, processId);
  if (process.kind !== 'campaign') {
    throw new PermanentFailure(FAILURES.invalid, `the process ${processId} is no campaign`);
  }
  const startsAt = options.startsAt ?? ownStart(notice);
  const context = { notice, calendar: calendarOf(notice), startsAt, directive: directive.no };
  return planFurtherPeak(context, process, peak);
}

function planKind(context: PlanContext, process: Process): PeriodPlan {
  switch (process.kind) {
    case 'reporting-cycle':
      return planReportingCycle(context, process);
    case 'collection':
      return planCollection(context, process);
    case 'campaign':
      return planCampaign(context, process);
    case 'drafting':
      return planDrafting(context, process);
    case 'programme':
      return planProgramme(context, process);
  }
}
