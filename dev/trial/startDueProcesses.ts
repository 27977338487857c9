import type { ProcessGateway } from '../../api/processGateway.ts';
import type { Instant } from '../../contracts/plan.ts';
import { planStart } from '../../db/notices/planStart.ts';
import { orderProcesses } from '../../db/notices/readStarts.ts';
import type { Pool } from '../../db/pool.ts';

export interface TrialProcesses {
  running: string[];
  waiting: { processId: string; why: string }[];
}

/** Starts every process whose data is complete; says which run, these and those of before, and which wait, and why. */
export async function startDueProcesses(input: {
  pool: Pool;
  gateway: ProcessGateway;
  noticeId: string;
  now: Instant;
}): Promise<TrialProcesses> {
  const { starts, waits } = await planStart(input.pool, {
    noticeId: input.noticeId,
    now: input.now,
  });
  const started = starts.map(({ processId }) => processId);
  const ordered = [...starts, ...waits].map(({ processId }) => processId);
  await orderProcesses(input.pool, input.noticeId, ordered, input.now);
  await input.gateway.startProcesses(input.noticeId, started);
  const before = waits.filter(({ already }) => already === 'running' || already === 'paused');
  return {
    running: [...started, ...before.map(({ processId }) => processId)],
    waiting: waits.filter(({ already }) => already === undefined),
  };
}
