import type { ActOf } from '../acts.ts';
import { handOverReason, mergeReason, reassignReason } from '../words/decisions.ts';
import type { Stage } from './stage.ts';

/** The chair merges a period that a holiday swallows into the next. */
export function mergePeriod(stage: Stage, act: ActOf<'merge period'>): Promise<string> {
  const { api, notice, seed } = stage;
  const { process, periodKey, into } = act.subject;
  const path = `/notices/${notice.id}/processes/${process}/periods/${periodKey}/merge`;
  const reason = mergeReason(notice.language, seed, act.id);
  return api.decide({ role: 'head', person: act.actor }, 'POST', path, act.id, { into, reason });
}

/** The chair passes what one member owes on to another. */
export function reassign(stage: Stage, act: ActOf<'reassign'>): Promise<string> {
  const { api, notice, seed } = stage;
  const body = { ...act.subject, reason: reassignReason(notice.language, seed, act.id) };
  const as = { role: 'head', person: act.actor } as const;
  return api.decide(as, 'POST', '/obligations/decisions/reassign', act.id, body);
}

/** The office enters that a post has another holder from now on. */
export function handOver(stage: Stage, act: ActOf<'hand over'>): Promise<string> {
  const { api, notice, seed } = stage;
  const { party, holder } = act.subject;
  const path = `/notices/${notice.id}/parties/${party}/holder`;
  const reason = handOverReason(notice.language, seed, act.id);
  return api.decide({ role: 'office', person: act.actor }, 'POST', path, act.id, {
    holder,
    reason,
  });
}
