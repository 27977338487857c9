import type {
  Ladder,
  Notice,
  Outline,
  Person,
  Position,
  Process,
  Unit,
} from '../../../contracts/notice/index.ts';

/** Where something stands in a notice file: keys and indices from its root. */
export type Path = readonly (string | number)[];

export interface Located<Value> {
  path: Path;
  value: Value;
}

/** The id spaces of a notice file. A party is a position or a unit, so those two share one. */
export type Namespace =
  | 'person'
  | 'position'
  | 'unit'
  | 'subcommittee'
  | 'cluster'
  | 'ladder'
  | 'outline'
  | 'directive'
  | 'process';

export type Split = NonNullable<Notice['supervision']>['list'][number];
export type Subcommittee = NonNullable<Notice['subcommittees']>['list'][number];
export type Cluster = NonNullable<Notice['clusters']>['list'][number];

/**
 * As much of a notice file as has the right shape, item by item, so that its meaning can be checked even where
 * other items are broken. A part that could not be read is undefined or left out of its list.
 */
export interface NoticeParts {
  zone: string | undefined;
  head: Notice['head'] | undefined;
  roles: Notice['roles'] | undefined;
  calendar: Notice['calendar'] | undefined;
  settings: Notice['settings'] | undefined;
  people: Located<Person>[];
  positions: Located<Position>[];
  units: Located<Unit>[];
  subcommittees: Located<Subcommittee>[];
  clusters: Located<Cluster>[];
  splits: (Located<Split> & { signed: boolean })[];
  ladders: Located<Ladder>[];
  outlines: Located<Outline>[];
  processes: Located<Process>[];
  /** Every id written in the file, those of broken items too; null where not even the list could be read. */
  declared: Record<Namespace, Located<string>[] | null>;
}
