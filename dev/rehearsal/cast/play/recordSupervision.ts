import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import type { ActOf } from '../acts.ts';
import { recordSplitReason } from '../words/decisions.ts';
import type { Stage } from './stage.ts';

/** The office records the list that the chair signed, as the notice file has it, once its last stage is in. */
export async function recordSupervision(
  stage: Stage,
  act: ActOf<'record supervision'>,
): Promise<string> {
  const { api, notice, seed } = stage;
  const as = { role: 'office', person: act.actor } as const;
  const { process, periodKey, party } = act.subject;
  const path = `/notices/${notice.id}/processes/${process}`;
  const submitted = `${path}/periods/${periodKey}/parties/${party}`;
  const { receivedAt } = await api.read<{ receivedAt: string | null }>(as, submitted);
  if (receivedAt === null) return 'nothing to record yet';
  const lists = (notice.supervision?.list ?? []).map(({ deputy, units }) => ({ deputy, units }));
  return api.decide(as, 'POST', `${path}/supervision`, act.id, {
    signedOn: calendarOf(notice).dayOf(receivedAt),
    lists,
    reason: recordSplitReason(notice.language, seed, act.id),
  });
}
