import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/**
 * Whether the office has certified that its incoming book holds no report of this period that was due by then: a word
 * given before the due time says nothing of what came later. Null where no certificate is asked for.
 */
export async function isCertified(
  queryable: Queryable,
  periodId: string,
  dueAt: Instant,
): Promise<boolean | null> {
  const { rows } = await queryable.query<{ given: boolean }>(
    `select coalesce(received_at >= $2, false) and closed_as is null as given
     from obligation where period_id = $1 and deliverable = 'certificate'`,
    [periodId, dueAt],
  );
  return rows.length === 0 ? null : rows.some(({ given }) => given);
}
