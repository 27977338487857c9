import type { Instant } from '../../contracts/plan.ts';

/** A drafting's stage as far as the opening of others depends on it. */
export interface StageFacts {
  /** its period's key */
  key: string;
  /** it asks for opinions on what the stage before it has made */
  isConsultation: boolean;
  /** its opening as planned */
  plannedAt: Instant;
  /** done: nobody owes anything in it any more */
  state: 'unopened' | 'open' | 'done';
}

export interface DraftingFacts {
  /** in the order of the file */
  stages: readonly StageFacts[];
  /** the document is in, or there is no proposal: no further stage opens */
  ended: boolean;
  /** nothing opens early while the process is paused */
  paused: boolean;
}

/**
 * The stage of a drafting that opens next, and when; null where none opens any more. A stage whose predecessor is done
 * opens at once, every other at its planned time, since the notice's own deadline is pursued; but a consultation needs
 * its draft, so only a fact opens it (`opensAt` null) while the stage before it is not done, and others pass it by.
 */
export function nextStage(
  { stages, ended, paused }: DraftingFacts,
  now: Instant,
): { key: string; opensAt: Instant | null } | null {
  if (ended) return null;
  const openings = stages.flatMap((stage, place) => {
    if (stage.state !== 'unopened') return [];
    return [{ key: stage.key, opensAt: openingOf(stage, stages[place - 1], { paused, now }) }];
  });
  const [first, ...others] = openings;
  if (first === undefined) return null;
  return others.reduce((next, one) => (isSooner(one.opensAt, next.opensAt) ? one : next), first);
}

function openingOf(
  { plannedAt, isConsultation }: StageFacts,
  before: StageFacts | undefined,
  { paused, now }: { paused: boolean; now: Instant },
): Instant | null {
  if (before === undefined) return plannedAt;
  if (before.state === 'done') return paused || plannedAt < now ? plannedAt : now;
  return isConsultation ? null : plannedAt;
}

const isSooner = (one: Instant | null, other: Instant | null): boolean =>
  one !== null && (other === null || one < other);
