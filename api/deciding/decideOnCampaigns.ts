import type { AddPeak } from '../../contracts/decisions.ts';
import { addPeak, type PeakAdded } from '../../db/decisions/addPeak.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asked } from './decide.ts';
import { mustMay } from './rights.ts';

/** Adds a peak to a campaign: the office, or whoever leads it. */
export async function decideAddPeak(
  deps: ApiDeps,
  { noticeId, processId }: { noticeId: string; processId: string },
  { caller, decisionId, decision }: Asked<AddPeak>,
): Promise<PeakAdded> {
  const at = await deps.now(noticeId);
  const wish = { kind: 'add-peak', noticeId, processId, now: at } as const;
  const actor = await mustMay(deps.pool, caller, wish);
  return addPeak(deps.pool, { decisionId, noticeId, processId, actor, at, decision });
}
