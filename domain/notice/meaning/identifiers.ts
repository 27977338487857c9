import type { InnerNamespace, MeaningError } from './faults.ts';
import type { Located, Namespace, NoticeParts, Path } from './parts.ts';

/**
 * Ids written twice: across the file for people, parties, ladders, outlines, directives and processes, inside one
 * item for its rungs, sections, stages, peaks, targets and checklist.
 */
export function duplicateIds(parts: NoticeParts): MeaningError[] {
  const { position, unit, ...others } = parts.declared;
  const faults: MeaningError[] = [];
  // a position and a unit with one id would be one party in the register
  const parties = [...(position ?? []), ...(unit ?? [])];
  const units = new Set(unit ?? []);
  faults.push(...twice(parties, (place) => (units.has(place) ? 'unit' : 'position')));
  for (const [space, ids] of Object.entries(others) as [Namespace, Located<string>[] | null][]) {
    faults.push(...twice(ids ?? [], () => space));
  }
  for (const { path, value } of parts.ladders) {
    faults.push(...inner(path, 'rungs', value.rungs, 'rung'));
  }
  for (const { path, value } of parts.outlines) {
    faults.push(...inner(path, 'sections', value.sections, 'section'));
  }
  for (const { path, value } of parts.processes) {
    if (value.kind === 'collection') {
      faults.push(...inner(path, 'checklist', value.checklist, 'checklist item'));
    } else if (value.kind === 'campaign') {
      faults.push(...inner(path, 'peaks', value.peaks, 'peak'));
    } else if (value.kind === 'drafting') {
      faults.push(...inner(path, 'stages', value.stages, 'stage'));
      faults.push(...inner(path, 'targets', value.targets, 'target'));
    }
  }
  return faults;
}

function inner(
  path: Path,
  key: string,
  items: { id: string }[],
  space: InnerNamespace,
): MeaningError[] {
  const ids = items.map(({ id }, index) => ({ path: [...path, key, index, 'id'], value: id }));
  return twice(ids, () => space);
}

function twice(
  ids: Located<string>[],
  spaceOf: (id: Located<string>) => Namespace | InnerNamespace,
): MeaningError[] {
  const first = new Map<string, Path>();
  const faults: MeaningError[] = [];
  for (const place of ids) {
    const earlier = first.get(place.value);
    if (earlier === undefined) first.set(place.value, place.path);
    else {
      const space = spaceOf(place);
      faults.push({
        path: place.path,
        code: 'duplicate-id',
        space,
        id: place.value,
        first: earlier,
      });
    }
  }
  return faults;
}
