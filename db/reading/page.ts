import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';

/** One page of a list: what was asked for, after where. */
export interface PageRequest {
  cursor?: string | undefined;
  limit: number;
}
/** A page of a list in a fixed order. `next` opens the page after it; null on the last. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** What a part of a list's sort key is; held against a cursor, since a caller can make one up. */
export type SortKey = keyof typeof SORT_KEYS;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const SORT_KEYS = {
  instant: (key: unknown) =>
    typeof key === 'string' && INSTANT.test(key) && !Number.isNaN(Date.parse(key)),
  uuid: (key: unknown) => typeof key === 'string' && UUID.test(key),
  id: (key: unknown) => typeof key === 'string' && /^[!-~]{1,300}$/.test(key),
  count: (key: unknown) => typeof key === 'number' && Number.isSafeInteger(key),
};

/**
 * Keyset cursors: the sort key of the last row seen. A list that grows meanwhile neither repeats nor skips a row.
 * @throws Invalid for one that a list with these keys cannot have given out
 */
export function readCursor(
  cursor: string | undefined,
  keys: readonly SortKey[],
): (string | number)[] | null {
  if (cursor === undefined) return null;
  const refuse = () =>
    new PermanentFailure(
      FAILURES.invalid,
      'not a cursor that this list gave out',
      '/querystring/cursor',
    );
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw refuse(); // whatever is wrong with it, the caller can only use one that was given out
  }
  if (!Array.isArray(parsed) || parsed.length !== keys.length) throw refuse();
  if (!keys.every((key, at) => SORT_KEYS[key](parsed[at]))) throw refuse();
  return parsed;
}

/** Makes a page of one row more than was asked for: the one too many says that there is another page. */
export function pageOf<Item>(
  rows: Item[],
  limit: number,
  keyOf: (item: Item) => (string | number)[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last ? JSON.stringify(keyOf(last)) : null;
  return { items, next: next === null ? null : Buffer.from(next).toString('base64url') };
}
