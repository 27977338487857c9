import type { Owes, Process } from '../../../contracts/notice/index.ts';
import type { Located, Namespace, Path } from './parts.ts';

/** A place that names something elsewhere in the file. */
export interface Reference {
  path: Path;
  space: Namespace | 'party';
  id: string;
}

/** Every place where a process names a party, a position or another process. Ladders and outlines: see `ladderUses`. */
export function processReferences({ path, value }: Located<Process>): Reference[] {
  const refer = (space: Reference['space'], id: string | undefined, ...keys: Path): Reference[] =>
    id === undefined ? [] : [{ path: [...path, ...keys], space, id }];
  const owed = (owes: Owes, ...keys: Path): Reference[] => [
    ...(owes.parties ?? []).flatMap((id, at) => refer('party', id, ...keys, 'parties', at)),
    ...(owes.except ?? []).flatMap((id, at) => refer('party', id, ...keys, 'except', at)),
  ];
  switch (value.kind) {
    case 'reporting-cycle':
      return [
        ...owed(value.owes, 'owes'),
        ...refer('position', value.to, 'to'),
        ...refer('position', value.via, 'via'),
        ...refer('position', value.certification?.by, 'certification', 'by'),
        ...refer('process', value.drawsOn?.process, 'drawsOn', 'process'),
      ];
    case 'collection':
      return [
        ...owed(value.owes, 'owes'),
        ...refer('position', value.to, 'to'),
        ...refer('position', value.via, 'via'),
        ...refer('party', value.guidance?.by, 'guidance', 'by'),
      ];
    case 'campaign':
      return [
        ...refer('party', value.lead, 'lead'),
        ...owed(value.owes, 'owes'),
        ...refer('position', value.to, 'to'),
        ...refer('party', value.document.by, 'document', 'by'),
      ];
    case 'drafting':
      return [
        ...refer('party', value.by, 'by'),
        ...value.to.flatMap((id, at) => refer('party', id, 'to', at)),
        ...value.stages.flatMap((stage, at) => [
          ...refer('party', stage.by, 'stages', at, 'by'),
          ...owed(stage.with ?? {}, 'stages', at, 'with'),
        ]),
      ];
    case 'programme':
      return [
        ...refer('party', value.lead, 'lead'),
        ...value.coordinates.flatMap((id, at) => refer('party', id, 'coordinates', at)),
        ...refer('position', value.to, 'to'),
        ...('inside' in value.checkIn
          ? refer('process', value.checkIn.inside, 'checkIn', 'inside')
          : []),
      ];
  }
}
