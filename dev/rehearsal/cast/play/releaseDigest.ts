import type { DigestParagraph } from '../../../../contracts/letters.ts';
import type { ActOf } from '../acts.ts';
import { digestAddition, releaseReason } from '../words/decisions.ts';
import type { Stage } from './stage.ts';

/** The office reads its drafted report, adds a remark of its own where it has one, and releases it to the chair. */
export async function releaseDigest(stage: Stage, act: ActOf<'digest'>): Promise<string> {
  const { api, notice, seed } = stage;
  const as = { role: 'office', person: act.actor } as const;
  const { process, periodKey, edit } = act.subject;
  const path = `/notices/${notice.id}/processes/${process}/periods/${periodKey}/digest`;
  const outcomes: string[] = [];
  if (edit) {
    const { paragraphs } = await api.read<{ paragraphs: DigestParagraph[] }>(as, path);
    const remark = { type: 'text', text: digestAddition(notice.language, seed, act.id) };
    const body = { paragraphs: [...paragraphs, remark] };
    outcomes.push(`edit: ${await api.decide(as, 'PUT', path, `${act.id}/edit`, body)}`);
  }
  const body = { reason: releaseReason(notice.language, seed, act.id) };
  outcomes.push(
    `release: ${await api.decide(as, 'POST', `${path}/release`, `${act.id}/release`, body)}`,
  );
  return outcomes.join('; ');
}
