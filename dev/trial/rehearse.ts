import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printFindings } from '../../cli/audit/printFindings.ts';
import { readChecked } from '../../cli/check/readChecked.ts';
import type { Pool } from '../../db/pool.ts';
import { atLocal } from '../../domain/time/zone.ts';
import { audit } from '../../worker/audit/audit.ts';
import { createShutdown } from '../../worker/shutdown.ts';
import { checkAgainstPlan } from '../rehearsal/checkSummary.ts';
import { printSummary, summarise } from '../rehearsal/summary.ts';
import { openTrial } from './openTrial.ts';
import { showProgress } from './progress.ts';

export interface RehearseOptions {
  file: string;
  to?: string;
  seed: number;
  json?: boolean;
  /** A folder to keep the state in; a temporary one, removed at the end, unless given. */
  keep?: string;
}

/**
 * Plays a notice through on servers of its own and prints the summary, counted in SQL and held against the plan.
 * @returns the exit code: 1 where record and plan disagree, or the auditor finds anything
 */
export async function rehearse(options: RehearseOptions): Promise<number> {
  const notice = await readChecked(options.file);
  const path = options.keep ?? (await mkdtemp(join(tmpdir(), 'dondoc-rehearsal-')));
  let pool: Pool | undefined;
  const progress = showProgress(notice.zone, () => pool);
  const say = options.json ? (line: string) => process.stderr.write(`${line}\n`) : progress.say;
  const shutdown = createShutdown(say);
  const unlisten = shutdown.listen();
  try {
    const trial = await openTrial({
      notice,
      seed: options.seed,
      path,
      persistent: options.keep !== undefined, // what is kept can be started again
      ports: { postgres: 0, temporal: 0, smtp: 0 },
      apiPort: 0,
      headless: true,
      say,
      shutdown,
      ...(!options.json && { onLeap: progress.leapt }),
    });
    pool = trial.pool;
    const from = Date.now();
    const leaps = await trial.conductor.runTo(
      atLocal(options.to ?? notice.head.endsOn, '23:59', notice.zone),
    );
    const seconds = (Date.now() - from) / 1000;
    const summary = await summarise(pool, notice.id);
    const disagreements = await checkAgainstPlan(pool, notice.id);
    const { findings } = await audit({ pool, client: trial.client });
    if (options.json)
      console.log(
        JSON.stringify({ seed: options.seed, summary, disagreements, findings }, null, 2),
      );
    else {
      progress.done(
        `Rehearsed in ${seconds.toFixed(0)} s, ${leaps} leaps, seed ${options.seed}; this process ${residentMb()} MB.`,
      );
      console.log(printSummary(summary));
      for (const { what, ids } of disagreements) {
        console.log(
          `DISAGREES: ${what}: ${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ` and ${ids.length - 10} more` : ''}`,
        );
      }
      if (disagreements.length === 0)
        console.log('The record agrees with the plan, run on the recorded facts.');
      console.log(printFindings(findings));
    }
    return disagreements.length + findings.length === 0 ? 0 : 1;
  } finally {
    unlisten();
    await shutdown.run();
    if (!options.keep) await rm(path, { recursive: true, force: true });
  }
}

const residentMb = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);
