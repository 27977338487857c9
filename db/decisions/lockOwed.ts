import type { Transaction } from '../transaction.ts';
import { type LockedObligation, lockObligations } from './lockObligations.ts';

/** Each turn waits out a decision that adds: more than these at one instant are a fault, and tried again as one. */
const MOST_TURNS = 100;

/**
 * Locks what is owed in periods, and then the periods. Another decision may have added to it while this one waited for
 * them (somebody who owes it in another's place, a supplement, a further certificate): then all is let go and locked
 * anew, with that, in the one order.
 * @param read the ids of what is owed, as the register has it at that moment
 */
export async function lockOwed(
  transaction: Transaction,
  { noticeId, periods }: { noticeId: string; periods: readonly string[] },
  read: () => Promise<string[]>,
): Promise<LockedObligation[]> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    await transaction.query('savepoint owed');
    const ids = new Set(await read());
    const locked = await lockObligations(transaction, noticeId, [...ids]);
    await transaction.query(
      'select 1 from period where id = any($1) order by id for no key update',
      [periods],
    );
    if ((await read()).every((id) => ids.has(id))) {
      await transaction.query('release savepoint owed');
      return locked;
    }
    await transaction.query('rollback to savepoint owed');
  }
  throw new Error(
    `what is owed in ${periods.join(', ')} was added to at every one of ${MOST_TURNS} turns`,
  );
}
