import type { Notice } from '../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../contracts/plan.ts';
import { readStages } from '../db/periods/readStages.ts';
import type { Queryable } from '../db/pool.ts';
import { calendarOf } from '../domain/plan/calendarOf.ts';
import { type Drafting, stageOf } from '../domain/plan/drafting.ts';
import { nextStage, type StageFacts } from '../domain/plan/nextStage.ts';
import { openStage } from '../domain/plan/openStage.ts';
import { ladderOf } from '../domain/plan/planContext.ts';

/** The stage that a drafting opens next, by its plan and by what the register says is done. */
export async function nextStageOf(
  queryable: Queryable,
  process: Drafting,
  about: { noticeId: string; plans: PlannedPeriod[]; opened: readonly string[]; now: Instant },
): Promise<{ key: string; opensAt: Instant | null } | null> {
  const { noticeId, plans, opened, now } = about;
  const { paused, noProposal, periods } = await readStages(queryable, noticeId, process.id);
  const stages = plans.map(({ key, opensAt }): StageFacts => {
    const period = periods.get(key);
    return {
      key,
      isConsultation: stageOf(process, key)?.kind === 'consult',
      plannedAt: opensAt,
      // one whose follow-up was just started may not stand in the register yet
      state: period ? (period.done ? 'done' : 'open') : opened.includes(key) ? 'open' : 'unopened',
    };
  });
  const isIn = stages.at(-1)?.state === 'done';
  return nextStage({ stages, ended: noProposal || isIn, paused }, now);
}

/** A drafting's period as it really opens now; one that a decision has added opens as it was decided. */
export function asOpened(
  notice: Notice,
  process: Drafting,
  plan: PlannedPeriod,
  now: Instant,
): PlannedPeriod {
  const stage = stageOf(process, plan.key);
  if (stage === undefined) return plan;
  return openStage(plan, {
    calendar: calendarOf(notice),
    ladder: ladderOf(notice, stage.ladder ?? process.ladder),
    isConsultation: stage.kind === 'consult',
    now,
  });
}
