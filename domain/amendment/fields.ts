/** What an amendment changes, by the sort of field. */
export type ChangeKind =
  | 'dates'
  | 'owners'
  | 'ladder'
  | 'settings'
  | 'calendar'
  | 'people'
  | 'outline'
  | 'words'
  | 'process'
  | 'data';

const BLOCKS: Record<string, ChangeKind> = {
  calendar: 'calendar',
  settings: 'settings',
  roles: 'settings',
  people: 'people',
  positions: 'people',
  units: 'people',
  subcommittees: 'people',
  clusters: 'people',
  supervision: 'people',
  ladders: 'ladder',
  outlines: 'outline',
};

const FIELDS: Record<string, ChangeKind> = {
  waitsFor: 'data',
  due: 'dates',
  returnsDue: 'dates',
  recurrence: 'dates',
  boundary: 'dates',
  roll: 'dates',
  dueTime: 'dates',
  opens: 'dates',
  until: 'dates',
  peaks: 'dates',
  quota: 'dates',
  endsWorkingDaysBefore: 'dates',
  cutOff: 'dates',
  start: 'dates',
  endsOn: 'dates',
  concludedOn: 'dates',
  stages: 'dates',
  owes: 'owners',
  with: 'owners',
  by: 'owners',
  to: 'owners',
  via: 'owners',
  lead: 'owners',
  coordinates: 'owners',
  ladder: 'ladder',
  outline: 'outline',
  checklist: 'outline',
};

const PROVENANCE = new Set(['provenance', 'fieldProvenance']);

/**
 * The sort of a field by its path from the file's root; the ids of list items are segments of it. Where a field says
 * where another comes from it is words, and so is everything that no plan is made from.
 */
export function kindOfField(path: readonly string[]): ChangeKind {
  if (path.some((segment) => PROVENANCE.has(segment))) return 'words';
  const [block = ''] = path;
  const ofBlock = BLOCKS[block];
  if (ofBlock !== undefined) return ofBlock;
  if (block === 'directives' && path[2] === 'processes' && path.length === 4) return 'process';
  const inside = block === 'directives' ? path.slice(4) : path.slice(1);
  for (const segment of [...inside].reverse()) {
    const kind = FIELDS[segment];
    if (kind !== undefined) return kind;
  }
  return 'words';
}
