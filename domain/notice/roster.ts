import type { Notice, Owes, Person, Position, Unit } from '../../contracts/notice/index.ts';

/** Who can owe something: a post or a unit. */
export interface Party {
  id: string;
  kind: 'position' | 'unit';
  title: string;
}

interface Roster {
  people: Map<string, Person>;
  positions: Map<string, Position>;
  units: Map<string, Unit>;
  deputyOfUnit: Map<string, string>;
}

/** One index for each notice object; a notice is never changed once it is read. */
const rosters = new WeakMap<Notice, Roster>();

function rosterOf(notice: Notice): Roster {
  const known = rosters.get(notice);
  if (known) return known;
  const byId = <Item extends { id: string }>(items: Item[]) =>
    new Map(items.map((item) => [item.id, item]));
  const roster: Roster = {
    people: byId(notice.people.list),
    positions: byId(notice.positions.list),
    units: byId(notice.units?.list ?? []),
    deputyOfUnit: new Map(
      (notice.supervision?.list ?? [])
        .filter((split) => splitIsSigned(notice, split))
        .flatMap((split) => split.units.map((unit) => [unit, split.deputy] as const)),
    ),
  };
  rosters.set(notice, roster);
  return roster;
}

/**
 * Whether a deputy's list of units has been decided: its provenance (or its block's) is not "assumed".
 * Source: clause 2 leaves the list to be drawn up; until then "chưa đủ dữ liệu".
 */
export function splitIsSigned(
  notice: Notice,
  split: NonNullable<Notice['supervision']>['list'][number],
): boolean {
  const provenance = split.provenance ?? notice.supervision?.provenance;
  return provenance !== undefined && provenance.source !== 'assumed';
}

/** Every position, then every unit, in the file's order. */
export function parties(notice: Notice): Party[] {
  return [
    ...notice.positions.list.map(({ id, title }): Party => ({ id, kind: 'position', title })),
    ...(notice.units?.list ?? []).map(({ id, name }): Party => ({ id, kind: 'unit', title: name })),
  ];
}

/**
 * The ids of the parties that an `owes` names, each once, in the file's order. For a subcommittee it is its head's
 * position, beside the position by which the same person is a member (clause 5: "các Tiểu ban").
 */
export function owing(notice: Notice, owes: Owes): string[] {
  const named = new Set(owes.parties ?? []);
  if (owes.members) {
    for (const position of notice.positions.list) if (position.member) named.add(position.id);
  }
  if (owes.subcommittees) {
    for (const { head } of notice.subcommittees?.list ?? []) named.add(head);
  }
  const kinds = new Set(owes.unitKinds ?? []);
  for (const unit of notice.units?.list ?? []) if (kinds.has(unit.kind)) named.add(unit.id);
  for (const id of owes.except ?? []) named.delete(id);
  return parties(notice)
    .map((party) => party.id)
    .filter((id) => named.has(id));
}

/** Who holds a position, as the file has it; null where it is vacant. Throws for an id that is no position. */
export function holderOf(notice: Notice, positionId: string): Person | null {
  const { positions, people } = rosterOf(notice);
  const position = positions.get(positionId);
  if (!position) throw new Error(`no position "${positionId}" in notice "${notice.id}"`);
  if (position.holder === null) return null;
  const person = people.get(position.holder);
  if (!person) {
    throw new Error(
      `position "${positionId}" is held by "${position.holder}", who is not in people`,
    );
  }
  return person;
}

/** Everybody whom a party's letters go to: a position's holder (none where vacant), a unit's addressees. */
export function addresseesOf(notice: Notice, partyId: string): Person[] {
  const unit = rosterOf(notice).units.get(partyId);
  if (unit) return unit.addressees;
  const holder = holderOf(notice, partyId);
  return holder ? [holder] : [];
}

/**
 * The positions above a party, nearest first, each once. A unit stands under the deputy whose signed list names it,
 * else under its own `supervisor`; with neither the chain is empty and a ladder turns to the fallback.
 * Throws for an id that is no party.
 */
export function supervisorChain(notice: Notice, partyId: string): string[] {
  const { positions, units, deputyOfUnit } = rosterOf(notice);
  const unit = units.get(partyId);
  const position = positions.get(partyId);
  if (!unit && !position) throw new Error(`no party "${partyId}" in notice "${notice.id}"`);
  const chain: string[] = [];
  const seen = new Set([partyId]);
  let above = unit ? (deputyOfUnit.get(partyId) ?? unit.supervisor) : position?.supervisor;
  while (above !== undefined && !seen.has(above)) {
    seen.add(above);
    chain.push(above);
    above = positions.get(above)?.supervisor;
  }
  return chain;
}

/** A party's title as letters name it. Throws for an id that is no party. */
export function partyTitle(notice: Notice, partyId: string): string {
  const { positions, units } = rosterOf(notice);
  const title = positions.get(partyId)?.title ?? units.get(partyId)?.name;
  if (title === undefined) throw new Error(`no party "${partyId}" in notice "${notice.id}"`);
  return title;
}

/** An admin holds no post of the notice: what letters call whoever decides as one. */
const ADMIN = { vi: 'Quản trị sổ theo dõi', en: 'Keeper of the register' };

/** Who decided, as letters say it: the title of the position that is the capacity; an admin by what he looks after. */
export function capacityTitle(notice: Notice, capacity: string): string {
  const isPosition = rosterOf(notice).positions.has(capacity);
  if (isPosition) return partyTitle(notice, capacity);
  return capacity === 'admin' ? ADMIN[notice.language] : capacity;
}
