import type { ActOf } from '../acts.ts';
import { choose } from '../chance.ts';
import { REVIEWS } from '../weights.ts';
import { supplementComment } from '../words/decisions.ts';
import type { Stage } from './stage.ts';

interface Unreviewed {
  id: string;
  covers: { obligationId: string; version: number }[];
}
interface Page {
  items: Unreviewed[];
  next: string | null;
}

/** The office reads what has come in a period: accepts most at once, asks for a supplement here and there, leaves the rest. */
export async function reviewReports(stage: Stage, act: ActOf<'review'>): Promise<string> {
  const { api, seed, notice } = stage;
  const as = { role: 'office', person: act.actor } as const;
  const { period, dueDate } = act.subject;
  const unreviewed = (await readAll(stage, as, period)).filter(
    ({ covers }) => !covers.some(({ obligationId }) => isOwn(stage, obligationId)),
  );
  const chosen = new Map(unreviewed.map((one) => [one, choiceFor(seed, one)]));
  const of = (choice: keyof typeof REVIEWS) =>
    unreviewed.filter((one) => chosen.get(one) === choice);

  const accepted = of('accept').map(({ id }) => id);
  const outcomes: string[] = [];
  if (accepted.length > 0) {
    const body = { submissions: accepted };
    const key = `${act.id}/accept`;
    outcomes.push(
      `accept ${accepted.length}: ${await api.decide(as, 'POST', '/submissions/accept', key, body)}`,
    );
  }
  for (const { id, covers } of of('supplement')) {
    const about = covers[0]?.obligationId ?? '';
    const comment = supplementComment(notice.language, seed, about);
    const path = `/submissions/${id}/supplement`;
    const key = `${act.id}/supplement/${about}`;
    outcomes.push(`supplement: ${await api.decide(as, 'POST', path, key, { comment, dueDate })}`);
  }
  return outcomes.join('; ') || 'nothing to review';
}

async function readAll(stage: Stage, as: { role: 'office'; person: string }, period: string) {
  const all: Unreviewed[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = new URLSearchParams({ period, review: 'unreviewed', limit: '500' });
    if (cursor !== '') query.set('cursor', cursor);
    const path = `/notices/${stage.notice.id}/submissions?${query}`;
    const page: Page = await stage.api.read<Page>(as, path);
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}

/** By the first obligation that it covers, and its version; a supplement is not asked for another. */
function choiceFor(seed: number, { covers }: Unreviewed): keyof typeof REVIEWS {
  const first = [...covers].sort((a, b) => (a.obligationId < b.obligationId ? -1 : 1))[0];
  const choice = choose(REVIEWS, seed, 'review', first?.obligationId ?? '', first?.version ?? 0);
  const isSupplement = first?.obligationId.includes(':') ?? false;
  return choice === 'supplement' && isSupplement ? 'accept' : choice;
}

/** The office's own: those above it judge that. */
const isOwn = ({ notice }: Stage, obligationId: string): boolean =>
  obligationId.split('/').at(-1)?.split(':')[0] === notice.roles.office;
