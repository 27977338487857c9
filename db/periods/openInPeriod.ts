import type { Queryable } from '../pool.ts';

/** The ids of what is still open in a period, in whatever track. */
export async function openInPeriod(queryable: Queryable, periodId: string): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>(
    `select id from obligation where period_id = $1 and outcome = 'open'`,
    [periodId],
  );
  return rows.map(({ id }) => id);
}
