import type { Directive, Notice, Person, Process } from '../../contracts/notice/index.ts';
import { parties } from '../notice/roster.ts';
import { compareNotices } from './compareNotices.ts';
import { namingDates } from './originalDays.ts';
import { sameValue } from './sameValue.ts';

/** How far a process of the notice has come; without an entry it is treated as running. */
export type ProcessStates = ReadonlyMap<
  string,
  'waiting' | 'running' | 'paused' | 'done' | 'cancelled'
>;

/** A field that cannot be amended, and why. */
export interface Refusal {
  /** as in `Change`: list items by their ids */
  pointer: string;
  reason: string;
}

/** What the record has against an amendment. */
export interface OnRecord {
  states: ProcessStates;
  /** ids of persons whose names the register has forgotten */
  erased: ReadonlySet<string>;
}

/** Everything in an amended file that cannot be: the record would speak of something that no file has any more. */
export function refusedAmendments(before: Notice, after: Notice, record: OnRecord): Refusal[] {
  const { states, erased } = record;
  return [
    ...fixed(before, after),
    ...lostParties(before, after),
    ...namedAgain(before, after, erased),
    ...processesOf(before).flatMap((old) => refusedOfProcess(old, after, states)),
  ];
}

interface Placed {
  directive: Directive;
  process: Process;
  pointer: string;
}

const processesOf = (notice: Notice): Placed[] =>
  notice.directives.flatMap((directive) =>
    directive.processes.map((process) => ({
      directive,
      process,
      pointer: `/directives/${directive.no}/processes/${process.id}`,
    })),
  );

function fixed(before: Notice, after: Notice): Refusal[] {
  const refusals: Refusal[] = [];
  if (before.id !== after.id) {
    refusals.push({ pointer: '/id', reason: `this notice is ${before.id} and stays so` });
  }
  if (before.zone !== after.zone) {
    refusals.push({ pointer: '/zone', reason: 'every instant on record was told in the old zone' });
  }
  if (!sameValue(before.head.start, after.head.start)) {
    refusals.push({ pointer: '/head/start', reason: 'the start is over and stays on record' });
  }
  return refusals;
}

function lostParties(before: Notice, after: Notice): Refusal[] {
  const now = new Map(parties(after).map((party) => [party.id, party]));
  return parties(before).flatMap(({ id, kind }): Refusal[] => {
    const pointer = kind === 'position' ? `/positions/${id}` : `/units/${id}`;
    const party = now.get(id);
    if (party === undefined) {
      const reason = 'the record speaks of it: take it out of what it owes, and leave it here';
      return [{ pointer, reason }];
    }
    return party.kind === kind ? [] : [{ pointer, reason: `it is a ${kind} on record` }];
  });
}

/** An old file still has the name of whoever was erased since; putting it in force would bring it back. */
function namedAgain(before: Notice, after: Notice, erased: ReadonlySet<string>): Refusal[] {
  const known = new Map(peopleOf(before).map(({ person }) => [person.id, person]));
  return peopleOf(after)
    .filter(({ person }) => erased.has(person.id) && !sameValue(known.get(person.id), person))
    .map(({ person, pointer }) => ({
      pointer,
      reason: `${person.id} was erased: make the amendment from the text in force, which does not name the person; for somebody new take another id`,
    }));
}

const peopleOf = (notice: Notice): { person: Person; pointer: string }[] => [
  ...notice.people.list.map((person) => ({ person, pointer: `/people/${person.id}` })),
  ...(notice.units?.list ?? []).flatMap(({ id, addressees }) =>
    addressees.map((person) => ({
      person,
      pointer: `/units/${id}/addressees/${person.id}`,
    })),
  ),
];

function refusedOfProcess(old: Placed, after: Notice, states: ProcessStates): Refusal[] {
  const { process, pointer } = old;
  const state = states.get(process.id) ?? 'running';
  const same = processesOf(after).find((one) => one.process.id === process.id);
  if (state === 'waiting') return [];
  if (same === undefined) {
    const reason = `it is ${state}: cancel it instead, and leave it in the file`;
    return [{ pointer, reason }];
  }
  const refusals: Refusal[] = [];
  if (same.directive.no !== old.directive.no) {
    refusals.push({ pointer, reason: `it carries out directive ${old.directive.no}` });
  }
  if (same.process.kind !== process.kind) {
    const reason = `it is ${state} as a ${process.kind}: cancel it, and give the new one an id of its own`;
    return [...refusals, { pointer: `${pointer}/kind`, reason }];
  }
  if (state === 'done' || state === 'cancelled') {
    return [...refusals, ...changedAfterEnd(old, same, state)];
  }
  return [...refusals, ...renamed(old, same), ...overtaking(same)];
}

/** Of a process that has ended only the words can still be mended. */
function changedAfterEnd(old: Placed, same: Placed, state: string): Refusal[] {
  const only = ({ directive, process }: Placed): Notice['directives'] => [
    { ...directive, processes: [process] },
  ];
  const changes = compareNotices(
    { directives: only(old) } as Notice,
    { directives: only(same) } as Notice,
  );
  return changes
    .filter(({ kind, processes }) => kind !== 'words' && processes.length > 0)
    .map(({ path }) => ({ pointer: path, reason: `the process is ${state}` }));
}

/** A first day that the file itself gives must be the one by which the periods are named. */
function renamed(old: Placed, same: Placed): Refusal[] {
  const known = new Map(namingDates(old.process).map(({ path, due }) => [path, due]));
  return namingDates(same.process).flatMap(({ path, due }): Refusal[] => {
    const before = known.get(path);
    const first = before?.originally ?? before?.date;
    if (first === undefined || due.originally === undefined || due.originally === first) return [];
    return [
      {
        pointer: `${same.pointer}/${path}/originally`,
        reason: `its periods are named by ${first}; leave the field out, and it is filled in`,
      },
    ];
  });
}

/** Periods open in the order of their names; one peak that overtakes another would never be called in time. */
function overtaking({ process, pointer }: Placed): Refusal[] {
  if (process.kind !== 'campaign') return [];
  const byName = process.peaks.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return byName.flatMap((peak, at): Refusal[] => {
    const ahead = byName[at - 1];
    if (ahead === undefined || ahead.call <= peak.call) return [];
    return [
      {
        pointer: `${pointer}/peaks/${peak.id}/call`,
        reason: `it would be called before the peak ${ahead.id}, which stands ahead of it: give it an id and dates of its own`,
      },
    ];
  });
}

type Peak = Extract<Process, { kind: 'campaign' }>['peaks'][number];
const nameOf = ({ id, returnsDue }: Peak): string =>
  `${returnsDue.originally ?? returnsDue.date}-${id}`;
