import type { LetterKind } from '../../contracts/letters.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

const REMINDING: LetterKind[] = ['remind', 'overdue'];

/**
 * Stops reminders that still wait to leave and concern nothing but these paused periods: the dates they name will move.
 * Called once the periods are paused, in that transaction.
 * @returns rows for the log
 */
export async function stopReminders(
  transaction: Transaction,
  periodIds: readonly string[],
): Promise<LogEntry[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `with waiting as materialized (
       select l.id from letter l
       where l.state = 'queued' and l.kind = any($2)
         and l.id in (select lo.letter_id from letter_obligation lo join obligation o on o.id = lo.obligation_id
           where o.period_id = any($1))
         and not exists (
           select from letter_obligation lo join obligation o on o.id = lo.obligation_id and o.outcome = 'open'
           join period p on p.id = o.period_id and p.state = 'open'
           where lo.letter_id = l.id)
       order by l.id for no key update of l)
     update letter l set state = 'stopped' from waiting where l.id = waiting.id returning l.id`,
    [periodIds, REMINDING],
  );
  return rows.map(({ id }) => ({ actor: 'engine', action: 'letter-stopped', subject: id }));
}
