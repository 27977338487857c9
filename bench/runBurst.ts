import type { Shutdown } from '../worker/shutdown.ts';
import type { OutsideAddresses } from './addresses.ts';
import type { BurstArguments } from './arguments.ts';
import { type BroughtUp, bringUpBench } from './bringUpBench.ts';
import { compareSides } from './compareSides.ts';
import { loadBurst } from './period/loadBurst.ts';
import { faultsOf } from './report/faults.ts';
import { killFaults, killLine } from './report/killReport.ts';
import { comparisonTable } from './report/table.ts';
import { runKill } from './sides/killRun.ts';

export interface BurstOutput {
  shutdown: Shutdown;
  /** Progress. */
  say: (line: string) => void;
  /** Results. */
  print: (text: string) => void;
}

/**
 * Runs the bursts that were asked for and prints what they came to. What it starts is noted with the shutdown, which
 * the caller runs.
 * @returns a line for everything that was not as it must be
 */
export async function runBurst(
  asked: BurstArguments,
  outside: OutsideAddresses,
  { shutdown, say, print }: BurstOutput,
): Promise<string[]> {
  const up = await bringUpBench(asked.servers, outside, shutdown, say);
  const faults: string[] = [];
  for (const n of asked.sizes) {
    if (asked.kill) {
      faults.push(...(await killEach(up, n, print)));
      continue;
    }
    const comparison = await compareSides(up, n, asked.reps, say);
    print(comparisonTable(comparison));
    faults.push(...faultsOf(comparison));
  }
  return faults;
}

async function killEach(
  { bench, temporals }: BroughtUp,
  n: number,
  print: (text: string) => void,
): Promise<string[]> {
  const faults: string[] = [];
  for (const temporal of temporals) {
    const burst = await loadBurst(bench.adminUrl, n);
    try {
      const killed = await runKill(bench, temporal, burst);
      print(killLine(killed));
      faults.push(...killFaults(killed));
    } finally {
      await burst.close();
    }
  }
  return faults;
}
