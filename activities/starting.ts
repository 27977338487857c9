import { periodId } from '../contracts/ids.ts';
import type { Instant } from '../contracts/plan.ts';
import { readNotice } from '../db/notices/readNotice.ts';
import { markStarted } from '../db/periods/decidedPeriods.ts';
import { markRunning } from '../db/periods/processState.ts';
import { findProcess } from '../domain/notice/findProcess.ts';
import type { ActivityDeps } from './createActivities.ts';
import { followUpStart, processStart, roundStart, startWorkflow } from './startWorkflow.ts';
import { tellCoordinators } from './tellCoordinators.ts';

/** Starts other workflows through the client: an id that runs already is a start that was retried. */
export function createStartingActivities(deps: ActivityDeps) {
  const { pool } = deps;
  return {
    /** Starts a process's own workflow and marks it as running. */
    async startProcess(input: {
      noticeId: string;
      processId: string;
      now: Instant;
    }): Promise<void> {
      const { noticeId, processId, now } = input;
      const { notice } = await readNotice(pool, noticeId);
      const { process, directive } = findProcess(notice, processId);
      await markRunning(pool, noticeId, processId, now);
      await tellCoordinators(pool, notice, processId, now);
      const started = { noticeId, processId, directive: directive.no, after: null };
      await startWorkflow(deps, processStart(process.kind, started), { now });
    },

    /** Starts the follow-up of one period; its id is the period's. */
    async startFollowUp(input: {
      noticeId: string;
      processId: string;
      directive: string;
      periodKey: string;
      now: Instant;
    }): Promise<void> {
      const { now, ...followed } = input;
      const { noticeId, processId, periodKey } = followed;
      await startWorkflow(deps, followUpStart(followed), { now });
      await markStarted(pool, periodId(noticeId, processId, periodKey), now);
    },

    /** Starts the notice's daily round of letters to superiors. */
    async startRound({ noticeId, now }: { noticeId: string; now: Instant }): Promise<void> {
      await startWorkflow(deps, roundStart({ noticeId }), { now });
    },
  };
}
