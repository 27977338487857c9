import type { Instant } from '../../contracts/plan.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { toldOf } from '../letters/toldOf.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import { type Affected, readAffected } from './affected.ts';

/** The letters about what is owed no longer. */
export type ComposeCancelled = (gone: Affected[]) => NewLetter[];

/**
 * Writes to whoever has been asked for what is cancelled: the letters sent before ask for what nobody waits for any more.
 * Whoever was never asked need not know.
 * @param given.cancelled obligations that have just been closed
 * @returns rows for the log
 */
export async function tellCancelled(
  transaction: Transaction,
  given: {
    noticeId: string;
    cancelled: readonly { id: string }[];
    at: Instant;
    compose: ComposeCancelled;
  },
): Promise<LogEntry[]> {
  const { noticeId, cancelled, at, compose } = given;
  const told = await toldOf(
    transaction,
    cancelled.map(({ id }) => id),
  );
  const letters = compose(await readAffected(transaction, told, at));
  return queueLetters(transaction, { noticeId, now: at, letters });
}
