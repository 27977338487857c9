import type { Instant } from '../../contracts/plan.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/** Stops the rungs taken for these obligations whose letter has not been written. @returns rows for the log */
export async function stopClimbs(
  transaction: Transaction,
  obligationIds: readonly string[],
  now: Instant,
): Promise<LogEntry[]> {
  const { rows } = await transaction.query<{ obligation_id: string; rung: string }>(
    `update climb set stopped_at = $2
     where obligation_id = any($1) and letter_id is null and stopped_at is null
     returning obligation_id, rung`,
    [obligationIds, now],
  );
  return rows.map(({ obligation_id, rung }) => ({
    actor: 'engine',
    action: 'rung-stopped',
    subject: obligation_id,
    detail: { rung },
  }));
}
