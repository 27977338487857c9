import { readNotice } from '../../db/notices/readNotice.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { startChild } from '../child/startChild.ts';
import type { LoopSettings } from '../loop/loopProcess.ts';
import type { LoopTask } from '../loop/makeLetter.ts';
import { BURST } from '../notice/burstNotice.ts';
import { bringNear } from '../period/bringNear.ts';
import type { LoadedBurst } from '../period/loadBurst.ts';
import { type Bench, type BurstResult, leadFor } from './side.ts';
import { watchBurst } from './watchBurst.ts';

/** One burst by the bare loop, on a register opened and brought near in the same way as for the engine. */
export async function runLoopSide(bench: Bench, burst: LoadedBurst): Promise<BurstResult> {
  const { notice } = await readNotice(burst.pool, burst.noticeId);
  const plan = planPeriod(notice, BURST.processId, burst.periodKey);
  await openPeriod(burst.pool, plan, new Date().toISOString());

  const loop = await startChild(new URL('../loop/loopProcess.ts', import.meta.url));
  try {
    const settings: LoopSettings = { appUrl: burst.appUrl, mail: bench.mail };
    await loop.ask('start', settings);
    const dueAt = new Date(Date.now() + leadFor(burst.n)).toISOString();
    await bringNear(burst, dueAt);
    const { noticeId, periodId, scheduleId, periodKey: lastDay } = burst;
    const task: LoopTask = { noticeId, periodId, scheduleId, lastDay, dueAt };
    const failed = loop.ask<void>('run', task).then(() => new Promise<never>(() => {}));
    failed.catch(() => undefined); // heard by whoever watches the burst
    return await watchBurst(bench, burst, dueAt, {
      ...{ side: 'loop', ownPid: loop.pid },
      broken: Promise.race([failed, loop.broken]),
    });
  } finally {
    await loop.leave();
  }
}
