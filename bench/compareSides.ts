import type { BroughtUp } from './bringUpBench.ts';
import { type LoadedBurst, loadBurst } from './period/loadBurst.ts';
import { runEngineSide } from './sides/engineSide.ts';
import { runLoopSide } from './sides/loopSide.ts';
import type { BurstResult } from './sides/side.ts';

/** The turns of one size: in each every side has run once, one after the other. */
export interface Comparison {
  n: number;
  turns: BurstResult[][];
}

/** Runs every side `reps` times with `n` obligations, turn by turn: a slow minute of the machine slows all. */
export async function compareSides(
  { bench, temporals }: BroughtUp,
  n: number,
  reps: number,
  say: (line: string) => void,
): Promise<Comparison> {
  const sides = [
    ...temporals.map((temporal) => ({
      name: temporal.name,
      run: (burst: LoadedBurst) => runEngineSide(bench, temporal, burst),
    })),
    {
      name: 'loop',
      run: (burst: LoadedBurst) => runLoopSide(bench, burst),
    },
  ];
  const turns: BurstResult[][] = [];
  for (let turn = 1; turn <= reps; turn += 1) {
    const results: BurstResult[] = [];
    for (const { name, run } of sides) {
      const burst = await loadBurst(bench.adminUrl, n);
      try {
        const result = await run(burst);
        say(`${n}, turn ${turn} of ${reps}, ${name}: ${Math.round(result.perSecond)} a second`);
        results.push(result);
      } finally {
        await burst.close();
      }
    }
    turns.push(results);
  }
  return { n, turns };
}
