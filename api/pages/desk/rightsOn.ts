import { readSubjectFacts } from '../../../db/decisions/subjectFacts.ts';
import type { ActorFacts } from '../../../domain/rights/facts.ts';
import { mayDecide } from '../../../domain/rights/mayDecide.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Opened } from '../openLink.ts';

const ON_OBLIGATION = [
  'hold-rung',
  'extend',
  'excuse',
  'reassign',
  'reverse-finding',
  'key-in',
  'accept',
] as const;
type RightOnObligation = (typeof ON_OBLIGATION)[number];

/** Whether a person may decide so on all of these obligations: a form is shown only where it would be taken. */
export type Rights = (right: RightOnObligation, ...obligationIds: string[]) => boolean;

/** What a person may decide on each of these obligations, read once. */
export async function rightsOn(
  { pool }: ApiDeps,
  { noticeId, now }: Opened,
  actor: ActorFacts,
  obligationIds: readonly string[],
): Promise<Rights> {
  const ids = [...new Set(obligationIds)];
  const subjects = ids.length === 0 ? [] : await readSubjectFacts(pool, noticeId, ids, now);
  const rights = new Map(
    [...subjects].map(([id, subject]) => [
      id,
      new Set(ON_OBLIGATION.filter((kind) => mayDecide(kind, actor, subject).allowed)),
    ]),
  );
  return (right, ...asked) => asked.every((id) => rights.get(id)?.has(right) ?? false);
}
