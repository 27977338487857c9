import { lockObligations } from '../decisions/lockObligations.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Locks obligations that a letter is about to tell of, and then their periods against being paused or closed, and
 * answers which of them it may name: open, in a period in one of these states. Whoever settles one at the same instant
 * waits for the letter, finds it queued, and stops it.
 */
export async function lockToTell(
  transaction: Transaction,
  noticeId: string,
  ids: readonly string[],
  whileIn: readonly ('open' | 'paused')[],
): Promise<ReadonlySet<string>> {
  const locked = await lockObligations(transaction, noticeId, ids);
  const { rows } = await transaction.query<{ id: string }>(
    'select id from period where id = any($1) and state = any($2) order by id for share',
    [[...new Set(locked.map(({ periodId }) => periodId))], whileIn],
  );
  const followed = new Set(rows.map(({ id }) => id));
  const named = locked.filter((one) => one.outcome === 'open' && followed.has(one.periodId));
  return new Set(named.map(({ id }) => id));
}
