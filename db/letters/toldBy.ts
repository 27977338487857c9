import type { Queryable } from '../pool.ts';

/** Which obligations each of these letters tells of, by its key; a letter that has not been written is not in it. */
export async function toldBy(
  queryable: Queryable,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await queryable.query<{ key: string; obligations: string[] }>(
    `select l.key, array(select lo.obligation_id from letter_obligation lo where lo.letter_id = l.id) as obligations
     from letter l where l.key = any($1)`,
    [keys],
  );
  return new Map(rows.map(({ key, obligations }) => [key, new Set(obligations)]));
}
