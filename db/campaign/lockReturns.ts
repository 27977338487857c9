import type { Returns } from '../../domain/campaign/isHeld.ts';
import type { Transaction } from '../transaction.ts';

/**
 * The returns of periods by their counters, which stay locked until the commit: nothing is settled in them meanwhile.
 * They are locked first and read then, since whoever was waited for may have entered a row that the lock did not see.
 */
export async function lockReturns(
  transaction: Transaction,
  periodIds: readonly string[],
): Promise<Map<string, Returns>> {
  await transaction.query(
    `select 1 from period_counter where period_id = any($1) and track = 'main'
     order by period_id, track, outcome for update`,
    [periodIds],
  );
  const { rows } = await transaction.query<{ periodId: string; outcome: string; n: number }>(
    `select period_id as "periodId", outcome, n from period_counter
     where period_id = any($1) and track = 'main'`,
    [periodIds],
  );
  const returns = new Map<string, Returns>();
  for (const { periodId, outcome, n } of rows) {
    const { owed, returned } = returns.get(periodId) ?? { owed: 0, returned: 0 };
    const isIn = outcome === 'on-time' || outcome === 'late';
    // what a pause kept from coming was asked for all the same
    const isOwed = isIn || outcome === 'open' || outcome === 'paused';
    returns.set(periodId, {
      owed: owed + (isOwed ? n : 0),
      returned: returned + (isIn ? n : 0),
    });
  }
  return returns;
}
