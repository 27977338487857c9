import type { Instant } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';

/** Puts claimed letters off: they stay queued, or in doubt, and wait for another time. */
export async function deferLetters(
  transaction: Transaction,
  letters: { id: string; notBefore: Instant }[],
): Promise<void> {
  await transaction.query(
    `update letter l set not_before = d.at from unnest($1::uuid[], $2::timestamptz[]) as d(id, at) where l.id = d.id`,
    [letters.map(({ id }) => id), letters.map(({ notBefore }) => notBefore)],
  );
}
