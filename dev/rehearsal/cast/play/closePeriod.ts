import type { ActOf } from '../acts.ts';
import { closeReason } from '../words/decisions.ts';
import type { Stage } from './stage.ts';

/** The chair closes a collection that something is still missing from. */
export async function closePeriod(stage: Stage, act: ActOf<'close period'>): Promise<string> {
  const { api, notice, seed } = stage;
  const as = { role: 'head', person: act.actor } as const;
  const { process, periodKey } = act.subject;
  const path = `/notices/${notice.id}/processes/${process}/periods/${periodKey}`;
  const { state } = await api.read<{ state: string }>(as, path);
  if (state !== 'open') return 'nothing to close';
  const reason = closeReason(notice.language, seed, act.id);
  return api.decide(as, 'POST', `${path}/close`, act.id, { reason });
}
