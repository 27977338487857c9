import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { openingOf } from '../measure/openingOf.ts';
import { bringNear } from '../period/bringNear.ts';
import { burstRows } from '../period/burstRows.ts';
import type { LoadedBurst } from '../period/loadBurst.ts';
import { limitFor, waitUntilSettled } from '../period/waitUntilSettled.ts';
import type { BenchTemporal } from '../temporal/benchTemporal.ts';
import { startEngineProcess, startFollowUp } from './engineSide.ts';
import { type Bench, leadFor } from './side.ts';

/** What a killed worker cost. */
export interface KillResult {
  side: string;
  n: number;
  /** Letters that the sink had when the worker was killed. */
  sentBefore: number;
  sentTwice: number;
  /** Milliseconds from the kill to the last row. */
  recoveredMs: number;
  rows: string[];
}

/** The part of a burst's letters after which its worker is killed. */
const KILL_AFTER = 0.3;

/** kill -9 of the worker in the middle of a burst; another takes over what the register still holds. */
export async function runKill(
  bench: Bench,
  temporal: BenchTemporal,
  burst: LoadedBurst,
): Promise<KillResult> {
  const { sink } = bench;
  if (!sink)
    throw new Error('--kill counts letters in a sink of its own; leave BENCH_SMTP_URL out');
  const { address, namespace } = temporal;
  const connection = await Connection.connect({ address });
  let engine = await startEngineProcess(bench, temporal, burst);
  try {
    const handle = await startFollowUp(new Client({ connection, namespace }), burst);
    try {
      await openingOf(handle);
      const dueAt = new Date(Date.now() + leadFor(burst.n)).toISOString();
      await bringNear(burst, dueAt);
      const until = Date.now() + limitFor(burst.n);
      while ((await sink.count()) < burst.n * KILL_AFTER) {
        if (Date.now() > until) throw new Error('the burst did not come to its middle');
        await Promise.race([delay(5), engine.broken]);
      }
      const killedAt = Date.now();
      await engine.kill();
      const sentBefore = await sink.count();
      engine = await startEngineProcess(bench, temporal, burst);
      await waitUntilSettled(burst, limitFor(burst.n), engine.broken);
      const recoveredMs = Date.now() - killedAt;
      const mails = await sink.takeAll();
      const different = new Set(mails.map(({ messageId }) => messageId)).size;
      await engine.ask('stop');
      return {
        ...{ side: temporal.name, n: burst.n, sentBefore, recoveredMs },
        sentTwice: mails.length - different,
        rows: await burstRows(burst),
      };
    } finally {
      await handle.terminate('the burst is over');
    }
  } finally {
    await engine.kill();
    await connection.close();
  }
}
