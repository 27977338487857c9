import type { Queryable } from '../pool.ts';

/**
 * The parts of the dossier that the versions so far contain, supplements included, by obligation: the union over all
 * that the same party has handed in for the same period.
 */
export async function readContained(
  queryable: Queryable,
  obligationIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (obligationIds.length === 0) return new Map();
  const { rows } = await queryable.query<{ id: string; contained: string[] }>(
    `select o.id, coalesce(array_agg(distinct c.part order by c.part) filter (where c.part is not null), '{}') as contained
     from obligation o
     join obligation s on s.period_id = o.period_id and s.party_id = o.party_id
       and (s.id = o.id or s.track = 'main' or starts_with(s.track, 'supplement-'))
     left join submission_obligation so on so.obligation_id = s.id
     left join submission_text t on t.submission_id = so.submission_id
     left join lateral jsonb_array_elements_text(t.checklist) as c(part) on true
     where o.id = any($1) group by o.id`,
    [obligationIds],
  );
  return new Map(rows.map(({ id, contained }) => [id, contained]));
}

/** The parts that every one of these obligations has; one submission may cover several. */
export function containedInAll(contained: ReadonlyMap<string, readonly string[]>): string[] {
  const [first = [], ...others] = contained.values();
  return first.filter((part) => others.every((parts) => parts.includes(part)));
}
