import { Client, Connection } from '@temporalio/client';
import { TASK_QUEUE } from '../../contracts/messages.ts';
import { type Child, startChild } from '../child/startChild.ts';
import type { EngineSettings } from '../engine/engineProcess.ts';
import { openingOf } from '../measure/openingOf.ts';
import { BURST } from '../notice/burstNotice.ts';
import { bringNear } from '../period/bringNear.ts';
import type { LoadedBurst } from '../period/loadBurst.ts';
import type { BenchTemporal } from '../temporal/benchTemporal.ts';
import { type Bench, type BurstResult, leadFor } from './side.ts';
import { watchBurst } from './watchBurst.ts';

/** One burst by dondoc: the period opened and followed by the real workflow, its letters sent by the post office. */
export async function runEngineSide(
  bench: Bench,
  temporal: BenchTemporal,
  burst: LoadedBurst,
): Promise<BurstResult> {
  return withEngine(bench, temporal, burst, async (engine, client) => {
    const handle = await startFollowUp(client, burst);
    try {
      const { readyMs } = await openingOf(handle);
      const dueAt = new Date(Date.now() + leadFor(burst.n)).toISOString();
      await bringNear(burst, dueAt);
      const result = await watchBurst(bench, burst, dueAt, {
        ...{ side: temporal.name, ownPid: engine.pid, broken: engine.broken },
        ...(temporal.pid !== undefined && { temporalPid: temporal.pid }),
      });
      const { historyLength } = await handle.describe();
      return { ...result, readyMs, eventsEach: historyLength / burst.n };
    } finally {
      await handle.terminate('the burst is over');
    }
  });
}

/** Starts an engine of its own process for a burst, and ends both connections and engine afterwards. */
export async function withEngine<Value>(
  bench: Bench,
  temporal: BenchTemporal,
  burst: LoadedBurst,
  work: (engine: Child, client: Client) => Promise<Value>,
): Promise<Value> {
  const { address, namespace } = temporal;
  const connection = await Connection.connect({ address });
  try {
    const engine = await startEngineProcess(bench, temporal, burst);
    try {
      const value = await work(engine, new Client({ connection, namespace }));
      await engine.ask('stop');
      return value;
    } finally {
      await engine.leave();
    }
  } finally {
    await connection.close();
  }
}

/** A worker with its post office, ready to take work. */
export async function startEngineProcess(
  bench: Bench,
  temporal: BenchTemporal,
  burst: LoadedBurst,
): Promise<Child> {
  const engine = await startChild(new URL('../engine/engineProcess.ts', import.meta.url));
  const { address, namespace } = temporal;
  const settings: EngineSettings = {
    ...{ appUrl: burst.appUrl, mail: bench.mail, bundleFile: bench.bundleFile },
    temporal: { address, namespace },
  };
  try {
    await engine.ask('start', settings);
    return engine;
  } catch (error) {
    await engine.kill();
    throw error;
  }
}

/** Starts the period's follow-up as the cycle's own activity starts it. */
export function startFollowUp(client: Client, burst: LoadedBurst) {
  const { noticeId, periodKey, periodId } = burst;
  const { processId, directive } = BURST;
  return client.workflow.start('followUp', {
    ...{ workflowId: periodId, taskQueue: TASK_QUEUE },
    args: [{ noticeId, processId, directive, periodKey, clock: { kind: 'live' } }],
  });
}
