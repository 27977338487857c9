import type { Queryable } from '../pool.ts';

/** Whether the office has certified that its incoming book holds no report of this period; null where none is asked for. */
export async function isCertified(queryable: Queryable, periodId: string): Promise<boolean | null> {
  const { rows } = await queryable.query<{ outcome: string }>(
    `select outcome from obligation where period_id = $1 and track = 'certificate'`,
    [periodId],
  );
  if (rows.length === 0) return null;
  return rows.every(({ outcome }) => outcome === 'on-time' || outcome === 'late');
}
