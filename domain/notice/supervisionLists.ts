import type { Notice } from '../../contracts/notice/index.ts';

/** A deputy with the units that a signed list puts in his charge. */
export interface SupervisionList {
  deputy: string;
  units: readonly string[];
}

/** Who is who in a notice at the moment a list is recorded. */
export interface SplitRoster {
  /** the units that have to be split, each once */
  units: readonly string[];
  isPosition: (id: string) => boolean;
  /** whether whoever holds this position receives the unit's letters too */
  isHeldBySame: (unit: string, position: string) => boolean;
}

/** What keeps a signed list from being recorded, and the units or positions at fault. */
export type ListFault =
  | { code: 'unit-under-two'; ids: string[] }
  | { code: 'unit-unknown'; ids: string[] }
  | { code: 'unit-left-out'; ids: string[] }
  | { code: 'deputy-unknown'; ids: string[] }
  | { code: 'deputy-twice'; ids: string[] }
  | { code: 'supervises-himself'; ids: string[] };

/**
 * The units that a split covers: those that the file's own lists name, all units where it has none (clause 2: "17 xã,
 * thị trấn" and "17 xã, thị trấn còn lại").
 */
export function unitsToSplit(notice: Notice): string[] {
  const units = (notice.units?.list ?? []).map(({ id }) => id);
  const named = new Set(notice.supervision?.list.flatMap((list) => list.units));
  return named.size === 0 ? units : units.filter((id) => named.has(id));
}

/**
 * Every fault of signed lists at once (clause 2: each unit under one deputy, none left out; nobody supervises himself).
 * Empty: they can be recorded.
 */
export function listFaults(lists: readonly SupervisionList[], roster: SplitRoster): ListFault[] {
  const due = new Set(roster.units);
  const named = lists.flatMap(({ units }) => units);
  const deputies = lists.map(({ deputy }) => deputy);
  const own = lists.flatMap(({ deputy, units }) =>
    units.filter((unit) => unit === deputy || roster.isHeldBySame(unit, deputy)),
  );
  const faults: ListFault[] = [
    { code: 'unit-under-two', ids: twice(named) },
    { code: 'unit-unknown', ids: unique(named.filter((id) => !due.has(id))) },
    { code: 'unit-left-out', ids: roster.units.filter((id) => !named.includes(id)) },
    { code: 'deputy-unknown', ids: unique(deputies.filter((id) => !roster.isPosition(id))) },
    { code: 'deputy-twice', ids: twice(deputies) },
    { code: 'supervises-himself', ids: unique(own) },
  ];
  return faults.filter(({ ids }) => ids.length > 0);
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
const twice = (ids: readonly string[]): string[] =>
  unique(ids.filter((id, at) => ids.indexOf(id) !== at));
