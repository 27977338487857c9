import type { Queryable } from '../pool.ts';

/** How many of a period's main obligations are open: from its counter. */
export async function silentCount(queryable: Queryable, periodId: string): Promise<number> {
  const { rows } = await queryable.query<{ n: number }>(
    `select coalesce(sum(n), 0) as n from period_counter where period_id = $1 and track = 'main' and outcome = 'open'`,
    [periodId],
  );
  return rows[0]?.n ?? 0;
}
