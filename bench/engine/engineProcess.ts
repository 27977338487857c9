import { readFile } from 'node:fs/promises';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { openPool } from '../../db/pool.ts';
import type { MailSettings } from '../../post/transport.ts';
import { type Engine, startEngine } from '../../worker/startEngine.ts';
import { answerParent } from '../child/answerParent.ts';

/** What an engine of the bench is told. */
export interface EngineSettings {
  appUrl: string;
  temporal: { address: string; namespace: string };
  mail: MailSettings;
  /** The workflows' bundle, made once for all engines. */
  bundleFile: string;
}

// the parent stops what it has started; a signal to the whole group is not for the worker
Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
const say = (line: string) => console.error(`engine: ${line}`);
let engine: Engine | undefined;
let stopping = false;

answerParent({
  start: async ({ appUrl, temporal, mail, bundleFile }: EngineSettings) => {
    const pool = openPool(appUrl, { max: 30, onIdleError: (error) => say(error.message) });
    engine = await startEngine({
      ...{ pool, temporal, mail, say },
      bundle: JSON.parse(await readFile(bundleFile, 'utf8')),
      linkSecret: 'of the bench, opens nothing',
      baseUrl: 'http://127.0.0.1',
      now: async () => new Date().toISOString(),
      clock: 'live',
      coalesceMs: 1_000,
      outageAfterMs: null,
      watch: null,
    });
    engine.ended.catch((error: unknown) => {
      if (stopping) return;
      say(String(error));
      process.exit(1);
    });
  },
  stop: async () => {
    stopping = true;
    await engine?.stop();
  },
});
