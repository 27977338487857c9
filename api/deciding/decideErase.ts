import type { DecisionResult } from '../../contracts/messages.ts';
import { erasePerson } from '../../db/people/erasePerson.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asked } from './decide.ts';
import { mustMay } from './rights.ts';

/** Erases a person from a notice's register. */
export async function decideErase(
  deps: ApiDeps,
  { noticeId, personId }: { noticeId: string; personId: string },
  { caller, decisionId, decision }: Asked<{ reason: string; reports: boolean }>,
): Promise<DecisionResult> {
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, { kind: 'erase-person', noticeId, now: at });
  return erasePerson(deps.pool, { decisionId, noticeId, personId, actor, at, decision });
}
