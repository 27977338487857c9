import { FAILURES, type FailureName } from '../../contracts/failures.ts';
import type { ProcessKind } from '../../contracts/notice/index.ts';

/** A period to be skipped, or merged into another one; for some parties only where they are named. */
export interface TakeOut {
  key: string;
  /** null: skipped */
  into: string | null;
  parties: string[] | null;
}

/** What the answer depends on. */
export interface TakeOutFacts {
  kind: ProcessKind;
  /** keys of the process's periods, in order */
  keys: readonly string[];
  /** states of those that were opened, by key */
  states: ReadonlyMap<string, string>;
  /** who owes in a period by the plan */
  partiesOf: (key: string) => readonly string[];
  /** what was decided of this process's periods before */
  before: readonly TakeOut[];
}

export interface Refusal {
  failure: FailureName;
  why: string;
  pointer: string;
}

/** Periods in which somebody's report may still be skipped or merged: one that has closed, too ("before or after"). */
const TAKEN_OUT_IN: readonly (string | undefined)[] = [undefined, 'open', 'paused', 'closed'];
const COVERS_IN: readonly (string | undefined)[] = [undefined, 'open', 'paused'];

/**
 * Why a period may not be skipped or merged so, or null (the domain's "Time": "A decision can skip or merge a period,
 * for all or some, before or after"). Only turns that come again are: what is owed once is cancelled or extended.
 */
export function refuseTakeOut(wish: TakeOut, facts: TakeOutFacts): Refusal | null {
  const { key, into, parties } = wish;
  const { kind, keys, states } = facts;
  if (kind !== 'reporting-cycle' && kind !== 'programme') {
    return invalid(`what a ${kind} asks for comes once: extend or cancel it instead`, '/key');
  }
  if (!keys.includes(key)) return notFound(`the plan has no period ${key}`, '/key');
  if (!TAKEN_OUT_IN.includes(states.get(key))) {
    return conflict(`the period ${key} is ${states.get(key)}`, '/key');
  }
  return (
    refuseParties(parties, facts.partiesOf(key), key) ??
    refuseTwice(wish, facts.before) ??
    (into === null ? null : refuseTarget(wish, into, facts))
  );
}

function refuseParties(
  parties: string[] | null,
  owing: readonly string[],
  key: string,
): Refusal | null {
  const stranger = parties?.find((party) => !owing.includes(party));
  return stranger === undefined
    ? null
    : invalid(`${stranger} owes nothing in the period ${key}`, '/parties');
}

function refuseTwice({ key, parties }: TakeOut, before: readonly TakeOut[]): Refusal | null {
  const clash = before.find(
    (one) =>
      one.key === key &&
      (one.parties === null || (parties?.some((party) => one.parties?.includes(party)) ?? false)),
  );
  if (!clash) return null;
  const became = clash.into === null ? 'skipped' : `merged into ${clash.into}`;
  return conflict(`the period ${key} is ${became} already`, '/key');
}

function refuseTarget(wish: TakeOut, into: string, facts: TakeOutFacts): Refusal | null {
  const { keys, states, before } = facts;
  if (!keys.includes(into)) return notFound(`the plan has no period ${into}`, '/into');
  if (keys.indexOf(into) <= keys.indexOf(wish.key)) {
    return invalid(`${into} does not come after ${wish.key}: merge into a later period`, '/into');
  }
  if (!COVERS_IN.includes(states.get(into))) {
    return conflict(`the period ${into} is ${states.get(into)}`, '/into');
  }
  const gone = before.find((one) => one.key === into && takesOut(one, wish.parties));
  if (gone) {
    const became = gone.into === null ? 'skipped' : `merged into ${gone.into} itself`;
    return conflict(`the period ${into} is ${became}`, '/into');
  }
  const covering = facts.partiesOf(into);
  const lost = (wish.parties ?? facts.partiesOf(wish.key)).find(
    (party) => !covering.includes(party),
  );
  return lost === undefined
    ? null
    : invalid(`${lost} owes nothing in the period ${into}, which is to cover it`, '/into');
}

/** Whether an earlier decision leaves any of these parties without the period that is to cover theirs. */
const takesOut = (earlier: TakeOut, parties: string[] | null): boolean =>
  earlier.parties === null ||
  parties === null ||
  parties.some((party) => earlier.parties?.includes(party));

const invalid = (why: string, pointer: string) => ({ failure: FAILURES.invalid, why, pointer });
const conflict = (why: string, pointer: string) => ({ failure: FAILURES.conflict, why, pointer });
const notFound = (why: string, pointer: string) => ({ failure: FAILURES.notFound, why, pointer });
