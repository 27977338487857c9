import { faultsIn } from '../period/checkRows.ts';
import type { KillResult } from '../sides/killRun.ts';

/** Batches in flight: the post office's lanes, each with ten letters in its hands. */
const IN_FLIGHT = 4;
const CHUNK = 10;

/** What a killed worker cost, in a line. */
export const killLine = ({ n, side, sentBefore, sentTwice, recoveredMs }: KillResult): string =>
  `${n}, ${side}: killed after ${sentBefore} letters; ${sentTwice} sent twice (at most ${IN_FLIGHT * CHUNK} may be); all done ${(recoveredMs / 1000).toFixed(1)} s after the kill`;

/** A line for everything that a killed worker must not have cost. */
export function killFaults({ n, side, sentTwice, rows }: KillResult): string[] {
  const faults = faultsIn(rows, n);
  if (sentTwice > IN_FLIGHT * CHUNK) {
    faults.push(`${sentTwice} letters were sent twice, at most ${IN_FLIGHT * CHUNK} may be`);
  }
  return faults.map((fault) => `${n}, ${side}: ${fault}`);
}
