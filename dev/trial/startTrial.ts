import { readChecked } from '../../cli/check/readChecked.ts';
import type { Pool } from '../../db/pool.ts';
import { atLocal } from '../../domain/time/zone.ts';
import { createShutdown } from '../../worker/shutdown.ts';
import { startConsole } from '../console/startConsole.ts';
import { openTrial } from './openTrial.ts';
import { showProgress } from './progress.ts';

const PORTS = { postgres: 5433, temporal: 7243, smtp: 2525 };
const API_PORT = 8080;
const CONSOLE_PORT = 8081;

/**
 * `npm start`: brings up the stack, rehearses a notice up to a day and stands still there until Ctrl-C. Started again on
 * the same folder, it goes on where it was.
 * @throws NoticeRefused where the file does not pass its check: nothing is started then
 */
export async function startTrial(options: {
  file: string;
  to: string;
  seed: number;
  path: string;
}): Promise<void> {
  const notice = await readChecked(options.file);
  let pool: Pool | undefined;
  const progress = showProgress(notice.zone, () => pool);
  const shutdown = createShutdown(progress.say);
  shutdown.listen();
  try {
    const trial = await openTrial({
      notice,
      seed: options.seed,
      path: options.path,
      persistent: true,
      ports: PORTS,
      apiPort: API_PORT,
      headless: false,
      say: progress.say,
      shutdown,
      onLeap: progress.leapt,
    });
    pool = trial.pool;
    const console = await startConsole({
      pool,
      preferredPort: CONSOLE_PORT,
      conductor: trial.conductor,
      noticeId: trial.noticeId,
      apiUrl: trial.apiUrl,
      temporalUi: trial.temporalUi,
    });
    trial.readsMailAt(console.url);
    shutdown.onShutdown({ name: 'the console', stop: () => console.stop() });
    progress.say(
      [
        '',
        `  Inbox and rehearsal  ${console.url}`,
        `  Pages and API        ${trial.apiUrl}  (documents: ${trial.apiUrl}/docs)`,
        ...(trial.temporalUi ? [`  Temporal             ${trial.temporalUi}`] : []),
        `  Admin's token        ${trial.adminToken}`,
        '',
        `Runs: ${trial.processes.running.join(', ') || 'nothing any more'}`,
        ...trial.processes.waiting.map(({ processId, why }) => `Waits: ${processId} (${why})`),
        '',
      ].join('\n'),
    );
    const target = atLocal(options.to, '23:59', notice.zone);
    if (trial.now < target) {
      const from = Date.now();
      const leaps = await trial.conductor.runTo(target);
      progress.done(
        `Rehearsed to ${options.to} in ${Math.round((Date.now() - from) / 1000)} s, ${leaps} leaps.`,
      );
    }
    progress.done(
      `The clock stands. Step it or run it on at ${console.url}; Ctrl-C stops, the next start goes on from here.`,
    );
  } catch (error) {
    progress.done(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    await shutdown.run();
    process.exit(1);
  }
}
