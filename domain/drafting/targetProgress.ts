import type { Drafting } from '../plan/drafting.ts';

/** How far a target has come: 10 communes to attain, 15 to be prepared for it (clause 9). */
export interface TargetProgress {
  id: string;
  title: string;
  goal: number;
  prepare: number;
  /** Named and prepared, those that have attained it included. */
  prepared: number;
  attained: number;
}

/** The progress of a drafting's targets, in the file's order; whoever was dropped no longer counts. */
export function targetProgress(
  { targets }: Pick<Drafting, 'targets'>,
  candidates: readonly { targetId: string; state: 'prepared' | 'attained' | 'dropped' }[],
): TargetProgress[] {
  return targets.map((target) => {
    const mine = candidates.filter(({ targetId }) => targetId === target.id);
    const attained = mine.filter(({ state }) => state === 'attained').length;
    const prepared = attained + mine.filter(({ state }) => state === 'prepared').length;
    return { ...target, prepared, attained };
  });
}
