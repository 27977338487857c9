import type { ActOf } from '../acts.ts';
import { choose } from '../chance.ts';
import { RELEASES } from '../weights.ts';
import { holdFindingReason, releaseReason } from '../words/decisions.ts';
import type { Stage } from './stage.ts';

interface Finding {
  id: string;
  obligationId: string;
  hasWords: boolean;
  held: boolean;
}

/** The office goes through what waits in a period: findings in the notice's words, then letters to superiors. */
export async function releaseWaiting(stage: Stage, act: ActOf<'release'>): Promise<string> {
  const { api, notice, seed } = stage;
  const as = { role: 'office', person: act.actor } as const;
  const { process, periodKey } = act.subject;
  const query = new URLSearchParams({
    process,
    period: periodKey,
    state: 'recorded',
    limit: '500',
  });
  const { items } = await api.read<{ items: Finding[] }>(
    as,
    `/notices/${notice.id}/findings?${query}`,
  );
  const waiting = items
    .filter(({ hasWords, held }) => hasWords && !held)
    .sort((a, b) => (a.obligationId < b.obligationId ? -1 : 1));
  const outcomes: string[] = [];
  for (const { id, obligationId } of waiting) {
    const choice = choose(RELEASES, seed, 'release finding', obligationId);
    if (choice === 'leave') continue;
    const reason = choice === 'release' ? releaseReason : holdFindingReason;
    const body = { reason: reason(notice.language, seed, obligationId) };
    const key = `${act.id}/${obligationId}`;
    const path = `/findings/${id}/${choice}`;
    outcomes.push(`${choice}: ${await api.decide(as, 'POST', path, key, body)}`);
  }
  const path = `/notices/${notice.id}/processes/${process}/periods/${periodKey}/release-escalations`;
  const body = { reason: releaseReason(notice.language, seed, act.id) };
  outcomes.push(
    `escalations: ${await api.decide(as, 'POST', path, `${act.id}/escalations`, body)}`,
  );
  return outcomes.join('; ');
}
