import type { MeaningError, MeaningWarning } from './faults.ts';
import type { Located, NoticeParts, Path } from './parts.ts';
import { whoOwes } from './partsRoster.ts';
import { ladderUses } from './processUses.ts';

/** A unit named by two deputies' lists, or twice by one (clause 2: each has 17 of his own). */
export function unitsUnderTwo({ splits }: NoticeParts): MeaningError[] {
  const first = new Map<string, { deputy: string; path: Path }>();
  const faults: MeaningError[] = [];
  for (const { path, value } of splits) {
    for (const [at, unit] of value.units.entries()) {
      const here: Path = [...path, 'units', at];
      const earlier = first.get(unit);
      if (earlier === undefined) first.set(unit, { deputy: value.deputy, path: here });
      else {
        const { deputy } = value;
        const found = { unit, deputy, other: earlier.deputy, first: earlier.path };
        faults.push({ path: here, code: 'unit-under-two', ...found });
      }
    }
  }
  return faults;
}

/** Positions that supervise each other in a circle; each circle once, at the position that closes it. */
export function supervisorCircles({ positions }: NoticeParts): MeaningError[] {
  const byId = new Map(positions.map((position) => [position.value.id, position]));
  const settled = new Set<string>();
  const faults: MeaningError[] = [];
  for (const { value } of positions) {
    const way: string[] = [];
    let at: string | undefined = value.id;
    while (at !== undefined && !settled.has(at) && !way.includes(at)) {
      way.push(at);
      at = byId.get(at)?.value.supervisor;
    }
    if (at !== undefined && way.includes(at)) {
      const circle = way.slice(way.indexOf(at));
      const closing = byId.get(circle.at(-1) ?? at);
      if (closing) {
        faults.push({
          path: [...closing.path, 'supervisor'],
          code: 'supervisor-circle',
          circle: [...circle, at],
        });
      }
    }
    for (const id of way) settled.add(id);
  }
  return faults;
}

/**
 * Parties whose ladder climbs to a supervisor that they do not have, and names nobody else for that. A chain that
 * reaches the chair is complete whatever its length; a unit with nobody above it is only warned of, since its list may still be to come (clause 2).
 */
export function missingSupervisors(parts: NoticeParts): MeaningError[] {
  const positions = new Map(parts.positions.map((position) => [position.value.id, position]));
  const units = new Map(parts.units.map((unit) => [unit.value.id, unit]));
  const ladders = new Map(parts.ladders.map(({ value }) => [value.id, value]));
  const deputies = new Map(
    parts.splits
      .filter((split) => split.signed)
      .flatMap(({ value }) => value.units.map((unit) => [unit, value.deputy] as const)),
  );
  const known = new Set((parts.declared.position ?? []).map(({ value }) => value));
  const faults = new Map<string, MeaningError>();
  for (const use of parts.processes.flatMap(ladderUses)) {
    const levels = (ladders.get(use.ladder)?.rungs ?? []).map(({ to }) =>
      'supervisor' in to && to.otherwise === undefined ? to.supervisor : 0,
    );
    const level = Math.max(0, ...levels);
    if (level === 0) continue;
    for (const party of whoOwes(parts, use.who)) {
      const start = deputies.get(party) ?? units.get(party)?.value.supervisor;
      if (units.has(party) && start === undefined) continue;
      const lacking = whereChainEnds(positions, units.has(party) ? start : party, level, party);
      // a broken or unknown position has a fault of its own
      if (lacking === undefined || lacking === parts.roles?.chair || !positions.has(lacking))
        continue;
      if (!known.has(lacking)) continue;
      const path = positions.get(lacking)?.path ?? [];
      if (!faults.has(lacking)) {
        const { process, ladder } = use;
        const found = { party, ladder, process, level, endsAt: lacking };
        faults.set(lacking, { path, code: 'supervisor-missing', ...found });
      }
    }
  }
  return [...faults.values()];
}

/** The position at which a chain ends before it has `level` positions above the party; undefined where it is long enough. */
function whereChainEnds(
  positions: Map<string, Located<{ supervisor?: string | undefined }>>,
  from: string | undefined,
  level: number,
  party: string,
): string | undefined {
  const seen = new Set([party]);
  let count = from === party ? 0 : 1;
  let at = from;
  while (at !== undefined && count < level) {
    seen.add(at);
    const above: string | undefined = positions.get(at)?.value.supervisor;
    if (above === undefined) return at;
    if (seen.has(above)) return undefined; // a circle, told of elsewhere
    at = above;
    count++;
  }
  return undefined;
}

/** Lists that nobody has signed yet, and units that nobody has in charge: "chưa đủ dữ liệu" until they are recorded. */
export function openSupervision(parts: NoticeParts): MeaningWarning[] {
  const signed = new Set(
    parts.splits.filter((split) => split.signed).flatMap(({ value }) => value.units),
  );
  const alone = parts.units.filter(
    ({ value }) => value.supervisor === undefined && !signed.has(value.id),
  );
  const waiting = parts.splits.filter((split) => !split.signed);
  return [
    ...waiting.map(({ path, value }): MeaningWarning => {
      const { deputy, units } = value;
      return { path, code: 'split-not-signed', deputy, units: units.length };
    }),
    ...(alone.length === 0
      ? []
      : [
          {
            path: ['units'],
            code: 'units-without-supervisor' as const,
            units: alone.map(({ value }) => value.id),
          },
        ]),
  ];
}
