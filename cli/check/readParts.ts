import type { z } from 'zod';
import { Head, Roles } from '../../contracts/notice/index.ts';
import { Ladder, Outline } from '../../contracts/notice/ladder.ts';
import {
  Cluster,
  Person,
  Position,
  Split,
  Subcommittee,
  Unit,
} from '../../contracts/notice/people.ts';
import { Provenance } from '../../contracts/notice/primitives.ts';
import { Process } from '../../contracts/notice/process.ts';
import { Settings } from '../../contracts/notice/settings.ts';
import { Calendar } from '../../contracts/notice/time.ts';
import type { Located, NoticeParts, Path } from '../../domain/notice/meaning/parts.ts';

/**
 * Reads every part of a notice file that has its form, item by item, so that meaning can be checked beside broken
 * items. Ids are taken from broken items too: what names them is then not reported as unknown.
 */
export function readParts(value: unknown): NoticeParts {
  const root = asBlock(value);
  const items = Object.fromEntries(
    BLOCKS.map((key) => [key, listIn(root[key], [key, 'list'], key in OPTIONAL)]),
  ) as Record<(typeof BLOCKS)[number], Items>;
  const directives = listIn(value, ['directives'], false, root.directives);
  const processes =
    directives?.flatMap(({ path, value: directive }) => {
      const at = [...path, 'processes'];
      return listIn(directive, at, false, asBlock(directive).processes) ?? [];
    }) ?? null;
  const addressees = (items.units ?? []).flatMap(
    ({ path, value: unit }) =>
      listIn(unit, [...path, 'addressees'], false, asBlock(unit).addressees) ?? [],
  );
  const splitBlock = read(Provenance, asBlock(root.supervision).provenance);
  return {
    zone: typeof root.zone === 'string' ? root.zone : undefined,
    head: read(Head, root.head),
    roles: read(Roles, root.roles),
    calendar: read(Calendar, root.calendar),
    settings: read(Settings, root.settings),
    people: readAll(Person, items.people && [...items.people, ...addressees]),
    positions: readAll(Position, items.positions),
    units: readAll(Unit, items.units),
    subcommittees: readAll(Subcommittee, items.subcommittees),
    clusters: readAll(Cluster, items.clusters),
    splits: readAll(Split, items.supervision).map((split) => {
      const source = (split.value.provenance ?? splitBlock)?.source;
      return { ...split, signed: source !== undefined && source !== 'assumed' };
    }),
    ladders: readAll(Ladder, items.ladders),
    outlines: readAll(Outline, items.outlines),
    processes: readAll(Process, processes),
    declared: {
      person: idsOf(items.people && [...items.people, ...addressees]),
      position: idsOf(items.positions),
      unit: idsOf(items.units),
      subcommittee: idsOf(items.subcommittees),
      cluster: idsOf(items.clusters),
      ladder: idsOf(items.ladders),
      outline: idsOf(items.outlines),
      directive: idsOf(directives, 'no'),
      process: idsOf(processes),
    },
  };
}

const BLOCKS = [
  'people',
  'positions',
  'units',
  'subcommittees',
  'clusters',
  'supervision',
  'ladders',
  'outlines',
] as const;
const OPTIONAL = { units: true, subcommittees: true, clusters: true, supervision: true };

/** null: there is no list to read, so nothing can be said about what it lacks. */
type Items = Located<unknown>[] | null;

function listIn(
  parent: unknown,
  path: Path,
  optional: boolean,
  list: unknown = asBlock(parent).list,
): Items {
  if (parent === undefined && optional) return [];
  if (!Array.isArray(list)) return null;
  return list.map((value: unknown, index) => ({ path: [...path, index], value }));
}

const asBlock = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

function read<Output>(schema: z.ZodType<Output>, value: unknown): Output | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

const readAll = <Output>(schema: z.ZodType<Output>, items: Items): Located<Output>[] =>
  (items ?? []).flatMap(({ path, value }) => {
    const result = schema.safeParse(value);
    return result.success ? [{ path, value: result.data }] : [];
  });

const idsOf = (items: Items, key = 'id'): Located<string>[] | null =>
  items?.flatMap(({ path, value }) => {
    const id = asBlock(value)[key];
    return typeof id === 'string' ? [{ path: [...path, key], value: id }] : [];
  }) ?? null;
