import type { Handling } from '../../contracts/digest.ts';
import type { Settings } from '../../contracts/notice/index.ts';

/** How one obligation of a person ended, as the record stands (a reversed finding is no miss any more). */
export type Outcome =
  | { kind: 'missed' | 'reported' | 'nothing'; dueDay: string; obligationId?: string }
  | { kind: 'excused' | 'trial' | 'paused' | 'withheld'; dueDay: string }
  | { kind: 'hand-over' };

export interface Streak {
  missesInARow: number;
  missesInAll: number;
  /** The obligations of that row, as far as the outcomes name them. */
  missed: string[];
  /** The row of misses that came last, though a report may have ended it since. */
  latestRow: { missesInARow: number; missed: string[] };
  /** "Nothing to report", so many times in a row. */
  nothingInARow: number;
}

/**
 * Whether what somebody owes counts in his row at all, as a miss or as a report: what the notice asks him to report.
 * Not an explanation, which is about misses, and not what is never late: an opinion on a draft, a document that may be
 * proposed. Agreeing with a draft is no "nothing to report" either.
 */
export const countsInRow = (owed: { deliverable: string; neverLate: boolean }): boolean =>
  owed.deliverable !== 'explanation' && !owed.neverLate;

/** Nothing has fallen due, or nothing since the hand-over. */
export const NO_MISSES: Streak = {
  missesInARow: 0,
  missesInAll: 0,
  missed: [],
  latestRow: { missesInARow: 0, missed: [] },
  nothingInARow: 0,
};

/**
 * A person's misses over all processes and capacities (never mixed with a unit's), from the outcomes in order of
 * their due days, hand-overs at their place.
 *
 * Several positions on one due day are one occurrence: a miss if any of them was missed, else a report if any
 * was one, else "nothing to report". What is excused, on trial, paused or withheld neither counts nor breaks a
 * row. A hand-over starts anew. Throws `RangeError` where due days are out of order.
 */
export function streaks(outcomes: readonly Outcome[]): Streak {
  let streak = NO_MISSES;
  let occurrence: { dueDay: string; kind: Counted; missed: string[] } | undefined;
  let lastDay = '';
  const settle = (): void => {
    if (occurrence !== undefined) streak = countIn(streak, occurrence.kind, occurrence.missed);
    occurrence = undefined;
  };
  for (const outcome of outcomes) {
    if (outcome.kind === 'hand-over') {
      occurrence = undefined;
      streak = NO_MISSES;
      continue;
    }
    if (outcome.dueDay < lastDay) {
      throw new RangeError(
        `outcomes must be in order of their due days: ${outcome.dueDay} stands after ${lastDay}`,
      );
    }
    lastDay = outcome.dueDay;
    if (!isCounted(outcome.kind)) continue;
    if (occurrence?.dueDay !== outcome.dueDay) {
      settle();
      occurrence = { dueDay: outcome.dueDay, kind: outcome.kind, missed: [] };
    } else if (WEIGHT[outcome.kind] > WEIGHT[occurrence.kind]) {
      occurrence.kind = outcome.kind;
    }
    if (outcome.kind === 'missed') occurrence.missed.push(...obligationOf(outcome));
  }
  settle();
  return streak;
}

/**
 * What the digest proposes for so many misses in a row: the strictest rule reached, or null below the first.
 * The rules are the notice's settings; the chair decides each.
 */
export function proposalFor(missesInARow: number, rules: Settings['proposals']): Handling | null {
  let reached: Settings['proposals'][number] | undefined;
  for (const rule of rules) {
    if (rule.missesInARow > missesInARow) continue;
    if (reached === undefined || rule.missesInARow > reached.missesInARow) reached = rule;
  }
  return reached?.propose ?? null;
}

type Counted = 'missed' | 'reported' | 'nothing';
const WEIGHT: Record<Counted, number> = { nothing: 1, reported: 2, missed: 3 };

const obligationOf = (outcome: Outcome): string[] =>
  'obligationId' in outcome && outcome.obligationId !== undefined ? [outcome.obligationId] : [];

function isCounted(kind: Outcome['kind']): kind is Counted {
  return kind in WEIGHT;
}

function countIn(streak: Streak, kind: Counted, missed: string[]): Streak {
  switch (kind) {
    case 'missed': {
      const row = {
        missesInARow: streak.missesInARow + 1,
        missed: [...streak.missed, ...missed],
      };
      return { ...row, latestRow: row, missesInAll: streak.missesInAll + 1, nothingInARow: 0 };
    }
    case 'reported':
      return { ...streak, missesInARow: 0, missed: [], nothingInARow: 0 };
    case 'nothing':
      return {
        ...streak,
        missesInARow: 0,
        missed: [],
        nothingInARow: streak.nothingInARow + 1,
      };
  }
}
