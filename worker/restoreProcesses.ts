import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import {
  followUpStart,
  noticeStart,
  processStart,
  roundStart,
  startWorkflow,
  type WorkflowStart,
} from '../activities/startWorkflow.ts';
import { noticesCarriedOut } from '../db/notices/noticesCarriedOut.ts';
import { readNotice } from '../db/notices/readNotice.ts';
import { readPlanned } from '../db/notices/readPlanned.ts';
import { openedKeys } from '../db/periods/openedKeys.ts';
import { type WorkflowToRun, workflowsToRun } from '../db/periods/workflowsToRun.ts';
import type { Pool } from '../db/pool.ts';
import { periodKeys } from '../domain/plan/planProcess.ts';

/** Ids of the workflows that were started, and of those that ran already. */
export interface Restored {
  started: string[];
  running: string[];
}

/**
 * Starts again, from the register alone, every workflow that should run and does not: after Temporal's data was lost,
 * or where somebody ended one by hand. Each reads from the register where it stands, so nothing is repeated; done again
 * it starts nothing.
 * @param noticeId one notice; all unless given
 * @throws NotFound for a notice that is not in the register
 */
export async function restoreProcesses(
  deps: { pool: Pool; client: Client },
  noticeId?: string,
): Promise<Restored> {
  if (noticeId !== undefined) await readNotice(deps.pool, noticeId);
  const restored: Restored = { started: [], running: [] };
  for (const notice of await noticesCarriedOut(deps.pool, noticeId ?? null)) {
    if (notice.state === 'closed') continue;
    for (const wanted of await workflowsToRun(deps.pool, notice.id)) {
      const runs =
        (await isRunning(deps.client, wanted.workflowId)) ||
        !(await startWorkflow(deps, await startOf(deps.pool, notice.id, wanted), {
          now: notice.now,
          anew: true,
        }));
      restored[runs ? 'running' : 'started'].push(wanted.workflowId);
    }
  }
  return restored;
}

async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function startOf(
  pool: Pool,
  noticeId: string,
  wanted: WorkflowToRun,
): Promise<WorkflowStart> {
  switch (wanted.what) {
    case 'notice':
      return noticeStart({ noticeId });
    case 'round':
      return roundStart({ noticeId });
    case 'process': {
      const { processId, directive, kind } = wanted;
      const after = await lastOpened(pool, noticeId, processId);
      return processStart(kind, { noticeId, processId, directive, after });
    }
    case 'period': {
      const { processId, directive, periodKey } = wanted;
      return followUpStart({ noticeId, processId, directive, periodKey });
    }
  }
}

/**
 * The period after which a process goes on: of those that it has opened the last in the order of its plan; where an
 * amendment has taken all of them out of the plan, the one due last.
 */
async function lastOpened(pool: Pool, noticeId: string, processId: string): Promise<string | null> {
  const opened = await openedKeys(pool, noticeId, processId);
  const { notice, options } = await readPlanned(pool, noticeId, processId);
  const planned = periodKeys(notice, processId, options);
  return planned.findLast((key) => opened.includes(key)) ?? opened.at(-1) ?? null;
}
