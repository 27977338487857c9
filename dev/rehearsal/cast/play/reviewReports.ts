import type { ActOf } from '../acts.ts';
import { choose } from '../chance.ts';
import { ON_INCOMPLETE, REVIEWS } from '../weights.ts';
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
  const lacking = await whatLacks(stage, as, unreviewed);
  const chosen = new Map(
    unreviewed.map((one) => [one, choiceFor(seed, one, (lacking.get(one.id)?.length ?? 0) > 0)]),
  );
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
    const missing = lacking.get(id) ?? [];
    const path = `/submissions/${id}/supplement`;
    const key = `${act.id}/supplement/${about}`;
    outcomes.push(
      `supplement: ${await api.decide(as, 'POST', path, key, { comment, missing, dueDate })}`,
    );
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

/** What the dossiers among these lack, by submission: titles of the parts. */
async function whatLacks(
  { api, notice }: Stage,
  as: { role: 'office'; person: string },
  unreviewed: readonly Unreviewed[],
): Promise<Map<string, string[]>> {
  const lacking = new Map<string, string[]>();
  const withDossier = unreviewed.filter(({ covers }) =>
    notice.directives.some(({ processes }) =>
      processes.some(
        (process) =>
          process.kind === 'collection' &&
          process.checklist.length > 0 &&
          covers.some(({ obligationId }) => obligationId.startsWith(`${notice.id}/${process.id}/`)),
      ),
    ),
  );
  for (const { id } of withDossier) {
    const { missing } = await api.read<{ missing: { title: string }[] | null }>(
      as,
      `/submissions/${id}`,
    );
    lacking.set(id, missing?.map(({ title }) => title) ?? []);
  }
  return lacking;
}

/** By the first obligation that it covers, and its version; a supplement is not asked for another. */
function choiceFor(
  seed: number,
  { covers }: Unreviewed,
  isIncomplete: boolean,
): keyof typeof REVIEWS {
  const first = [...covers].sort((a, b) => (a.obligationId < b.obligationId ? -1 : 1))[0];
  const weights: Partial<typeof REVIEWS> = isIncomplete ? ON_INCOMPLETE : REVIEWS;
  const choice = choose(
    weights as typeof REVIEWS,
    seed,
    'review',
    first?.obligationId ?? '',
    first?.version ?? 0,
  );
  const isSupplement = first?.obligationId.includes(':') ?? false;
  return choice === 'supplement' && isSupplement ? 'accept' : choice;
}

/** The office's own: those above it judge that. */
const isOwn = ({ notice }: Stage, obligationId: string): boolean =>
  obligationId.split('/').at(-1)?.split(':')[0] === notice.roles.office;
