import type { Ladder, Notice } from '../../contracts/notice/index.ts';
import type { PlannedTrack } from '../../contracts/plan.ts';
import { ladderOf } from '../../domain/plan/planContext.ts';
import { plannedKey } from '../../domain/plan/trackKeys.ts';
import type { KeptPlan } from './lockPeriod.ts';

/**
 * A track of a running period as it was planned, with its ladder; a running period keeps the policy that it started
 * with. A further certificate follows the planned one; what else a decision added (a supplement) follows
 * the main ladder and locks nothing.
 */
export function trackOfPeriod(
  notice: Notice,
  plan: KeptPlan,
  key: string,
): { track: PlannedTrack; ladder: Ladder } {
  const planned = plan.tracks.find((track) => track.key === plannedKey(key));
  const [main] = plan.tracks;
  if (!main) throw new Error(`the plan of ${plan.processId}/${plan.key} has no track`);
  const track = planned ? { ...planned, key } : { ...main, key, outline: null, lockAt: null };
  return { track: { ...track, parties: [] }, ladder: ladderOf(notice, track.ladder) };
}
