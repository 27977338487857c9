import type { Drafting, Stage } from '../plan/drafting.ts';

/**
 * What the confirmed word "nothing" says at a stage of a drafting: a body consulted agrees, an optional document ("có
 * thể") is not proposed. Null: it is no result of this stage and is not taken.
 */
export function nothingMeans(process: Drafting, stage: Stage): 'agreed' | 'no-proposal' | null {
  if (stage.kind === 'consult') return 'agreed';
  return process.optional ? 'no-proposal' : null;
}
