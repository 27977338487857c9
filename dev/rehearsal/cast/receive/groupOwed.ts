import type { LetterFacts, OwedInLetter } from './facts.ts';

/** What a person owes on one track of a period, in one capacity or several: one page answers for it. */
export interface OwedGroup {
  /** the obligation by which the group's choices are made */
  first: OwedInLetter;
  obligations: string[];
  deliverable: string;
  /** path of the page that answers for all of them */
  page: string;
}

/** The letter's obligations that its receiver answers for, by period and track, with the page of each that has one. */
export function groupOwed({ owed, links }: LetterFacts): OwedGroup[] {
  const groups = new Map<string, OwedInLetter[]>();
  for (const one of owed.filter(({ own }) => own)) {
    const key = `${one.periodId} ${one.track}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const obligations = group.map(({ obligationId }) => obligationId).sort();
    const first = group.find(({ obligationId }) => obligationId === obligations[0]);
    const link = links.find(({ to, subject }) => to === 'report' && obligations.includes(subject));
    if (!first || !link) return [];
    return [{ first, obligations, deliverable: first.deliverable, page: link.path }];
  });
}
