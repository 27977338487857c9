import type { Instant } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Keeps back rungs that were taken before an extension and have not been told: a superior hears of them only if the new
 * lock finds the party silent again. They are not stopped, since a rung is taken once and would then never be told.
 */
export async function holdClimbs(
  transaction: Transaction,
  obligationIds: readonly string[],
  { until, at }: { until: Instant; at: Instant },
): Promise<void> {
  await transaction.query(
    `update climb set held_until = $2
     where obligation_id = any($1) and letter_id is null and stopped_at is null and taken_at <= $3`,
    [obligationIds, until, at],
  );
}
