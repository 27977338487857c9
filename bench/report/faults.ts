import type { Comparison } from '../compareSides.ts';
import { ratiosOf, spreadOf } from '../measure/spread.ts';
import { differences, faultsIn } from '../period/checkRows.ts';
import type { BurstResult } from '../sides/side.ts';

/** What the division must keep to; measured on bursts of at least `from`, below which fixed costs decide. */
export const BOUNDS = { from: 10_000, leastRatio: 0.7, mostEventsEach: 0.05, mostReadyMs: 1_500 };

/** The runs of one side, in turns. */
export const runsOf = ({ turns }: Comparison, side: string): BurstResult[] =>
  turns.flatMap((turn) => turn.filter((run) => run.side === side));

/** The engine's sides of a comparison. */
export const engineSides = ({ turns }: Comparison): string[] =>
  (turns[0] ?? []).map(({ side }) => side).filter((side) => side !== 'loop');

/** Throughput of a side as a part of the loop's, turn by turn. */
export const ratiosToLoop = (comparison: Comparison, side: string): number[] =>
  ratiosOf(
    runsOf(comparison, side).map(({ perSecond }) => perSecond),
    runsOf(comparison, 'loop').map(({ perSecond }) => perSecond),
  );

/** A line for everything that is not as it must be: rows, letters, and the bounds. */
export function faultsOf(comparison: Comparison): string[] {
  return [...wrongRows(comparison), ...brokenBounds(comparison)];
}

function wrongRows({ n, turns }: Comparison): string[] {
  return turns.flatMap((turn) => {
    const loop = turn.find(({ side }) => side === 'loop');
    return turn.flatMap((run) => {
      const faults = [...faultsIn(run.rows, n)];
      if (run.mails && (run.mails.all !== n || run.mails.again !== 0)) {
        faults.push(`the sink got ${run.mails.all} letters, ${run.mails.again} of them again`);
      }
      if (loop && run !== loop) {
        faults.push(
          ...differences(run.rows, loop.rows).map(
            (row) => `only one of it and the loop has: ${row}`,
          ),
        );
      }
      return faults.map((fault) => `${n}, ${run.side}: ${fault}`);
    });
  });
}

function brokenBounds(comparison: Comparison): string[] {
  const { n } = comparison;
  if (n < BOUNDS.from) return [];
  return engineSides(comparison).flatMap((side) => {
    const runs = runsOf(comparison, side);
    const ratio = spreadOf(ratiosToLoop(comparison, side)).median;
    const events = Math.max(...runs.map(({ eventsEach = 0 }) => eventsEach));
    const ready = Math.max(...runs.map(({ readyMs = 0 }) => readyMs));
    const broken: [boolean, string][] = [
      [
        ratio < BOUNDS.leastRatio,
        `${ratio.toFixed(2)} of the loop's throughput, at least ${BOUNDS.leastRatio} was asked`,
      ],
      [
        events > BOUNDS.mostEventsEach,
        `${events.toFixed(3)} history events an obligation, at most ${BOUNDS.mostEventsEach} were asked`,
      ],
      [
        ready > BOUNDS.mostReadyMs,
        `ready to wait after ${Math.round(ready)} ms, at most ${BOUNDS.mostReadyMs} ms were asked`,
      ],
    ];
    return broken.flatMap(([is, what]) => (is ? [`${n}, ${side}: ${what}`] : []));
  });
}
