import type { Notice } from '../../contracts/notice/index.ts';
import { addresseesOf, holderOf, parties, supervisorChain } from '../../domain/notice/roster.ts';
import type { PersonLetters } from '../../domain/preview/counts.ts';
import { previewNotice } from '../../domain/preview/preview.ts';

/**
 * What the preview has for the same people and spans as `LETTER_LOAD`: the most letters to one person in a month and on
 * a day up to `to`, everybody in time or nobody answering, whichever is more. A rank has those names alone, no person's.
 */
export function foreseenLoad(notice: Notice, to: string): Record<string, number> {
  const { letters } = previewNotice(notice, { to });
  const rankOf = ranksIn(notice);
  const load = new Map<string, number>();
  const note = (name: string, n: number) => load.set(name, Math.max(n, load.get(name) ?? 0));
  for (const one of [...letters.everybodyInTime, ...letters.nobodyAnswers]) {
    const rank = rankOf.get(one.person);
    if (rank === undefined) continue;
    note(`${rank} in a day`, one.worstDay.letters);
    note(`${rank} in a month`, mostInAMonth(one));
  }
  return Object.fromEntries([...load].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const mostInAMonth = ({ byMonth }: PersonLetters): number => Math.max(...Object.values(byMonth));

/** Each person's rank: the highest of those of his posts. */
function ranksIn(notice: Notice): ReadonlyMap<string, string> {
  const { chair, office } = notice.roles;
  const all = parties(notice);
  const superiors = new Set([
    ...all.flatMap(({ id }) => supervisorChain(notice, id).slice(0, 1)),
    ...(notice.supervision?.list ?? []).map(({ deputy }) => deputy),
  ]);
  const holders = (ids: readonly string[]) => ids.flatMap((id) => holderOf(notice, id)?.id ?? []);
  const of = (kind: 'position' | 'unit') =>
    all.filter((party) => party.kind === kind).map(({ id }) => id);
  const units = of('unit').flatMap((id) => addresseesOf(notice, id).map((person) => person.id));
  const ranks: [string, string[]][] = [
    ['unit', units],
    ['member', holders(of('position'))],
    ['superior', holders([...superiors])],
    ['office', holders([office])],
    ['chair', holders([chair])],
  ];
  return new Map(ranks.flatMap(([rank, people]) => people.map((person) => [person, rank])));
}
