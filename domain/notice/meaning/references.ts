import type { Owes } from '../../../contracts/notice/index.ts';
import type { MeaningError } from './faults.ts';
import { nearest } from './nearest.ts';
import type { Located, NoticeParts, Path } from './parts.ts';
import { processReferences, type Reference } from './processReferences.ts';
import { ladderUses } from './processUses.ts';

/** The ids of one space; null where its list could not be read, so that nothing can be said about it. */
export function idsOf(parts: NoticeParts, space: Reference['space']): Set<string> | null {
  const lists =
    space === 'party' ? [parts.declared.position, parts.declared.unit] : [parts.declared[space]];
  if (lists.some((list) => list === null)) return null;
  return new Set(lists.flatMap((list) => (list ?? []).map(({ value }) => value)));
}

/** Places that name a person, party, process, ladder or outline that is not in the file. */
export function unknownReferences(parts: NoticeParts): MeaningError[] {
  const references = [...rosterReferences(parts), ...parts.processes.flatMap(processReferences)];
  const unknown = references.flatMap(({ path, space, id }): MeaningError[] => {
    const ids = idsOf(parts, space);
    if (ids === null || ids.has(id)) return [];
    return [{ path, code: 'unknown-id', space, id, nearest: nearest(id, ids) }];
  });
  return [
    ...unknown,
    ...ladderReferences(parts),
    ...rungRecipients(parts),
    ...parts.processes.flatMap((process) => unknownUnitKinds(parts, process)),
  ];
}

function rosterReferences(parts: NoticeParts): Reference[] {
  const refer = (
    path: Path,
    space: Reference['space'],
    id: string | null | undefined,
  ): Reference[] => (id === null || id === undefined ? [] : [{ path, space, id }]);
  const { roles, settings } = parts;
  return [
    ...refer(['roles', 'chair'], 'position', roles?.chair),
    ...refer(['roles', 'office'], 'position', roles?.office),
    ...(roles?.fallback ?? []).flatMap((id, at) =>
      refer(['roles', 'fallback', at], 'position', id),
    ),
    ...(settings?.release.by ?? []).flatMap((id, at) =>
      refer(['settings', 'release', 'by', at], 'position', id),
    ),
    ...refer(['settings', 'explanation', 'ladder'], 'ladder', settings?.explanation?.ladder),
    ...refer(['settings', 'explanation', 'outline'], 'outline', settings?.explanation?.outline),
    ...parts.positions.flatMap(({ path, value }) => [
      ...refer([...path, 'holder'], 'person', value.holder),
      ...refer([...path, 'supervisor'], 'position', value.supervisor),
    ]),
    ...parts.units.flatMap(({ path, value }) =>
      refer([...path, 'supervisor'], 'position', value.supervisor),
    ),
    ...parts.subcommittees.flatMap(({ path, value }) =>
      refer([...path, 'head'], 'position', value.head),
    ),
    ...parts.clusters.flatMap(({ path, value }) => [
      ...refer([...path, 'head'], 'position', value.head),
      ...value.units.flatMap((id, at) => refer([...path, 'units', at], 'unit', id)),
    ]),
    ...parts.splits.flatMap(({ path, value }) => [
      ...refer([...path, 'deputy'], 'position', value.deputy),
      ...value.units.flatMap((id, at) => refer([...path, 'units', at], 'unit', id)),
    ]),
    ...parts.outlines.flatMap(({ path, value }) =>
      value.sections.flatMap((section, at) =>
        refer([...path, 'sections', at, 'of'], 'process', section.of),
      ),
    ),
  ];
}

/** A letter cannot be written without its outline, nor timed without its ladder. */
function ladderReferences(parts: NoticeParts): MeaningError[] {
  const ladders = idsOf(parts, 'ladder');
  const outlines = idsOf(parts, 'outline');
  const faults = new Map<string, MeaningError>();
  for (const { path, ladder, outline } of parts.processes.flatMap(ladderUses)) {
    const owner = path.at(-2) === 'stages' ? path.slice(0, -2) : path; // a stage uses its process's own
    if (ladders && !ladders.has(ladder)) {
      const at = [...owner, 'ladder'];
      const near = nearest(ladder, ladders);
      const fault = { path: at, code: 'unknown-id', space: 'ladder', id: ladder } as const;
      faults.set(at.join('/'), { ...fault, nearest: near });
    }
    if (outlines && outline !== null && !outlines.has(outline)) {
      const at = [...owner, 'outline'];
      const near = nearest(outline, outlines);
      faults.set(at.join('/'), {
        path: at,
        code: 'letters-without-outline',
        outline,
        nearest: near,
      });
    }
  }
  return [...faults.values()];
}

function rungRecipients(parts: NoticeParts): MeaningError[] {
  const positions = idsOf(parts, 'position');
  if (!positions) return [];
  return parts.ladders.flatMap(({ path, value }) =>
    value.rungs.flatMap(({ id, to }, at): MeaningError[] => {
      const field = 'position' in to ? 'position' : 'otherwise';
      const position = 'position' in to ? to.position : to.otherwise;
      if (position === undefined || positions.has(position)) return [];
      return [
        {
          path: [...path, 'rungs', at, 'to', field],
          code: 'rung-without-recipient',
          rung: id,
          position,
          nearest: nearest(position, positions),
        },
      ];
    }),
  );
}

function unknownUnitKinds(
  parts: NoticeParts,
  { path, value }: NoticeParts['processes'][number],
): MeaningError[] {
  // a broken unit might be the one that has the kind
  if (parts.declared.unit === null || parts.declared.unit.length > parts.units.length) return [];
  const kinds = [...new Set(parts.units.map((unit) => unit.value.kind))];
  const owed: Located<Owes>[] = [];
  if ('owes' in value) owed.push({ path: [...path, 'owes'], value: value.owes });
  if (value.kind === 'drafting') {
    for (const [at, stage] of value.stages.entries()) {
      if (stage.with) owed.push({ path: [...path, 'stages', at, 'with'], value: stage.with });
    }
  }
  return owed.flatMap(({ path: owesPath, value: owes }) =>
    (owes.unitKinds ?? []).flatMap((kind, at): MeaningError[] =>
      kinds.includes(kind)
        ? []
        : [{ path: [...owesPath, 'unitKinds', at], code: 'unknown-unit-kind', kind, kinds }],
    ),
  );
}
