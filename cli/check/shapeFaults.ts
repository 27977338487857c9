import type { z } from 'zod';
import { nearest } from '../../domain/notice/meaning/nearest.ts';
import { type Hint, hintOf, keysAt, schemaAt } from './schemaAt.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** What stands in a field, as a message may quote it: a short value, or that it is a whole list or block. */
export type Received = { is: 'value'; text: string } | { is: 'list' | 'block' };

/** A field that does not have the format's form. For `unknown-key` the path is the block's, for all others the field's. */
export type ShapeFault = { path: Path } & (
  | { code: 'missing'; key: string; hint: Hint | undefined }
  | { code: 'unknown-key'; key: string; nearest: string | undefined; keys: string[] }
  | { code: 'wrong-type'; received: Received; hints: Hint[] }
  | { code: 'not-one-of'; received: Received; values: string[] }
  | { code: 'bad-format'; received: Received; hint: Hint | undefined }
  | { code: 'out-of-range'; what: 'number' | 'text' | 'list'; least?: number; most?: number }
  | { code: 'bad-year'; key: string }
);

/** The faults of form that a schema finds in a value: all of them, each with what would be right. */
export function shapeFaults(schema: z.ZodType, value: unknown): ShapeFault[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => fromIssue(schema, value, issue, []));
}

function fromIssue(root: z.ZodType, value: unknown, issue: Issue, above: Path): ShapeFault[] {
  const path = [...above, ...issue.path];
  const field = schemaAt(root, value, path);
  const hint = field && hintOf(field);
  const here = path.reduce<unknown>(valueAt, value);
  const received = printed(here);
  if (here === undefined && path.length > 0) {
    return [{ path, code: 'missing', key: String(path.at(-1)), hint: missingHint(issue, hint) }];
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = keysAt(root, value, path);
      return issue.keys.map((key) => {
        const near = nearest(key, keys);
        return { path, code: 'unknown-key', key, nearest: near, keys };
      });
    }
    case 'invalid_value':
      return [{ path, code: 'not-one-of', received, values: issue.values.map(String) }];
    case 'invalid_union':
      return fromUnion(root, value, issue, path, received);
    case 'invalid_format':
      return [{ path, code: 'bad-format', received, hint }];
    case 'too_small':
    case 'too_big': {
      const what =
        issue.origin === 'string' ? 'text' : issue.origin === 'array' ? 'list' : 'number';
      const bound =
        issue.code === 'too_small'
          ? { least: Number(issue.minimum) }
          : { most: Number(issue.maximum) };
      return [{ path, code: 'out-of-range', what, ...bound }];
    }
    case 'invalid_key':
      return [{ path, code: 'bad-year', key: String(path.at(-1)) }];
    default:
      return [{ path, code: 'wrong-type', received, hints: hint ? [hint] : [] }];
  }
}

/** Of a union the branch that comes nearest; where the value is of no branch's type, all that it could be. */
function fromUnion(
  root: z.ZodType,
  value: unknown,
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  received: Received,
): ShapeFault[] {
  if ('options' in issue && Array.isArray(issue.options)) {
    return [{ path, code: 'not-one-of', received, values: issue.options.map(String) }];
  }
  const branches = issue.errors.filter(
    (issues) => !issues.some((inner) => inner.path.length === 0 && isOfAnotherType(inner)),
  );
  const [best] = branches.toSorted((one, other) => one.length - other.length);
  if (best) return best.flatMap((inner) => fromIssue(root, value, inner, path));
  const hints = issue.errors.flat().map((inner): Hint => {
    if (inner.code === 'invalid_value') return { oneOf: inner.values.map(String) };
    return inner.code === 'invalid_type' ? typeHint(inner.expected) : 'block';
  });
  return [{ path, code: 'wrong-type', received, hints }];
}

const isOfAnotherType = (issue: Issue): boolean =>
  issue.code === 'invalid_type' || issue.code === 'invalid_value';

const typeHint = (expected: string): Hint =>
  expected === 'object' ? 'block' : expected === 'string' ? 'text' : 'whole-number';

function missingHint(issue: Issue, hint: Hint | undefined): Hint | undefined {
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return { oneOf: issue.options.map(String) };
  }
  return hint;
}

const valueAt = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;

function printed(value: unknown): Received {
  if (Array.isArray(value)) return { is: 'list' };
  if (typeof value === 'object' && value !== null) return { is: 'block' };
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return { is: 'value', text: text.length > 60 ? `${text.slice(0, 57)}…` : text };
}
