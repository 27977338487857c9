import { ASKING_KINDS } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import { type Affected, type Moved, readAffected } from './affected.ts';

export interface MovedFacts {
  moved: Moved[];
  pausedAt: Instant;
}

/**
 * Writes to whoever has been asked for what a pause has moved, and still owes it: the letters sent before it name a day
 * that no longer holds. Whoever is asked later reads the new day there.
 * @param before how they stood before they were moved
 * @returns rows for the log
 */
export async function tellMoved(
  transaction: Transaction,
  given: {
    noticeId: string;
    before: readonly Affected[];
    pausedAt: Instant;
    at: Instant;
    compose: (facts: MovedFacts) => NewLetter[];
  },
): Promise<LogEntry[]> {
  const { noticeId, before, pausedAt, at, compose } = given;
  const asked = await askedFor(
    transaction,
    before.map(({ obligationId }) => obligationId),
  );
  const old = new Map(before.map(({ obligationId, lastDay }) => [obligationId, lastDay]));
  const moved = (await readAffected(transaction, asked, at)).flatMap((item) => {
    const oldLastDay = old.get(item.obligationId);
    const isMoved = item.outcome === 'open' && oldLastDay !== item.lastDay;
    return oldLastDay !== undefined && isMoved ? [{ ...item, oldLastDay }] : [];
  });
  if (moved.length === 0) return [];
  const letters = compose({ moved, pausedAt });
  return queueLetters(transaction, { noticeId, now: at, letters });
}

async function askedFor(transaction: Transaction, obligationIds: string[]): Promise<string[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `select distinct lo.obligation_id as id from letter_obligation lo join letter l on l.id = lo.letter_id
     where lo.obligation_id = any($1) and l.kind = any($2)`,
    [obligationIds, ASKING_KINDS],
  );
  return rows.map(({ id }) => id);
}
