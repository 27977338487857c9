import { ASKING_KINDS, type LetterKind } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import { stopClimbs } from '../escalation/stopClimbs.ts';
import { recallRounds } from '../letters/recallRounds.ts';
import { stopLetters } from '../letters/stopLetters.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

const PURSUING: LetterKind[] = [...ASKING_KINDS, 'remind', 'overdue', 'catch-up', 'hand-over'];

/**
 * Stops all that is still to come for obligations that are no longer open: letters that have not gone out, and rungs
 * taken whose letter has not been written or has not left ("a submission, excuse or cancellation stops all that is to come, at once").
 */
export async function stopPursuit(
  transaction: Transaction,
  obligationIds: readonly string[],
  now: Instant,
): Promise<LogEntry[]> {
  const climbs = await stopClimbs(transaction, obligationIds, now);
  const letters = await stopLetters(transaction, {
    obligationIds: [...obligationIds],
    kinds: PURSUING,
  });
  const rounds = await recallRounds(transaction, obligationIds);
  return [...climbs, ...letters, ...rounds];
}
