import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTrial } from '../../dev/trial/openTrial.ts';
import { addDays } from '../../domain/time/day.ts';
import { createShutdown } from '../../worker/shutdown.ts';
import { everyKind } from './recording/everyKind.ts';
import { keepRuns } from './recording/keepHistories.ts';
import { playLive } from './recording/liveCourse.ts';
import { playRehearsal } from './recording/rehearsalCourse.ts';

// Records the histories that replay.test.ts replays: run once for each new shape of a workflow, by hand, with
// `npx tsx tests/workflows/recordHistories.ts NAME`. A recorded history is never made anew to get a test green.

const [name] = process.argv.slice(2);
if (!name) throw new Error('say under which name the histories are kept, e.g. 2026-11-second');
/** So many days ago, so that much of the notice is due at once on the live clock and the rest is still to come. */
const LIVE_FOR_DAYS = 60;

const shutdown = createShutdown(console.log);
const path = await mkdtemp(join(tmpdir(), 'dondoc-histories-'));
try {
  const rehearsed = everyKind('recorded', '2020-11-11');
  const trial = await openTrial({
    notice: rehearsed.notice,
    seed: 2, // one with whom somebody is silent, and a report waits for its review, when the course needs them
    path,
    persistent: false,
    ports: { postgres: 0, temporal: 0, smtp: 0 },
    apiPort: 0,
    headless: true,
    say: () => {},
    shutdown,
  });
  for (const [what, workflowId] of await playRehearsal(trial, rehearsed)) {
    await keepRuns(trial.client, workflowId, { clock: 'rehearsal', name, what });
  }
  const today = new Date().toISOString().slice(0, 10);
  const live = everyKind('recorded-live', addDays(today, -LIVE_FOR_DAYS));
  for (const [what, workflowId] of await playLive(trial, live)) {
    await keepRuns(trial.client, workflowId, { clock: 'live', name, what });
  }
} finally {
  await shutdown.run();
  await rm(path, { recursive: true, force: true });
}
