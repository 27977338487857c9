import type { Notice } from '../../contracts/notice/index.ts';
import { type ChangeKind, kindOfField } from './fields.ts';
import { sameValue } from './sameValue.ts';

/** One field that an amendment changes. */
export interface Change {
  /** from the file's root, a list's items by their ids: '/directives/8/processes/8-directive/due/date' */
  path: string;
  kind: ChangeKind;
  /** what stood there, as the file has it; not there where the field is new */
  before?: unknown;
  /** what stands there now; not there where the field is gone */
  after?: unknown;
  /** the processes that the field is about; none where it is about the whole notice */
  processes: string[];
}

/**
 * Everything in which two checked notices differ, in the order of the file. Items of a list are compared by their ids,
 * so that one more commune is one change; an item that is new or gone is told whole.
 */
export function compareNotices(before: Notice, after: Notice): Change[] {
  return compareValues([], before, after).map(({ path, ...values }) => ({
    path: `/${path.join('/')}`,
    kind: kindOfField(path),
    ...values,
    processes: processesOf(path, before, after),
  }));
}

interface Difference {
  path: string[];
  before?: unknown;
  after?: unknown;
}
type Fields = Record<string, unknown>;

function compareValues(path: string[], before: unknown, after: unknown): Difference[] {
  if (sameValue(before, after)) return [];
  const one = fieldsOf(before);
  const other = fieldsOf(after);
  if (one !== null && other !== null) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
      compareValues(inBlock(path, key), one[key], other[key]),
    );
  }
  const difference: Difference = { path };
  if (before !== undefined) difference.before = before;
  if (after !== undefined) difference.after = after;
  return [difference];
}

/** A block's list has no name of its own in a path: '/ladders/members', not '/ladders/list/members'. */
const inBlock = (path: string[], key: string): string[] =>
  key === 'list' && path.length === 1 ? path : [...path, key];

/** The fields of an object, or the items of a list by what names each; null where a value is told whole. */
function fieldsOf(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return value as Fields;
  const named = value.map((item): [string, unknown] => [nameOf(item), item]);
  const isNamed = named.every(([name]) => name !== '');
  return isNamed && new Set(named.map(([name]) => name)).size === value.length
    ? Object.fromEntries(named)
    : null;
}

function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  const { id, no, deputy } = item as Fields;
  const name = id ?? no ?? deputy;
  return typeof name === 'string' ? name : '';
}

/** A process's own, and of a ladder or outline every process that names it. */
function processesOf(path: readonly string[], ...notices: Notice[]): string[] {
  const [block, item, , process] = path;
  if (block === 'directives' && process !== undefined) return [process];
  if ((block !== 'ladders' && block !== 'outlines') || item === undefined) return [];
  const using = notices.flatMap(({ directives }) =>
    directives.flatMap(({ processes }) => processes.filter((one) => names(one, item))),
  );
  return [...new Set(using.map(({ id }) => id))];
}

/** Whether a process names a ladder or outline anywhere in it. */
function names(value: unknown, id: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) =>
    key === 'ladder' || key === 'outline' ? inner === id : names(inner, id),
  );
}
