import type { LetterKind } from '../../contracts/letters.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Stops letters of these kinds about these obligations that have not gone out and none of whose obligations is open any
 * more in a period that is followed: "a submission, excuse or cancellation stops all that is to come, at once", and so
 * does closing a period; pausing one does where `whileIn` leaves out paused periods. Called after the obligations (or
 * their period) moved, in their transaction.
 * @returns rows for the log
 */
export async function stopLetters(
  transaction: Transaction,
  input: {
    obligationIds: readonly string[];
    kinds: readonly LetterKind[];
    /** states of a period in which an open obligation keeps its letters going; open and paused unless given */
    whileIn?: readonly ('open' | 'paused')[];
  },
): Promise<LogEntry[]> {
  const { obligationIds, kinds, whileIn = ['open', 'paused'] } = input;
  if (obligationIds.length === 0 || kinds.length === 0) return [];
  const { rows } = await transaction.query<{ id: string }>(
    // locked in one order, since two submissions may stop the same bundled letters
    `with waiting as materialized (
       select l.id from letter l
       where l.state = 'queued' and l.kind = any($2)
         and l.id in (select letter_id from letter_obligation where obligation_id = any($1))
         and not exists (
           select from letter_obligation lo join obligation o on o.id = lo.obligation_id and o.outcome = 'open'
           join period p on p.id = o.period_id and p.state = any($3)
           where lo.letter_id = l.id)
       order by l.id for no key update of l)
     update letter l set state = 'stopped' from waiting where l.id = waiting.id
     returning l.id`,
    [obligationIds, kinds, whileIn],
  );
  return lettersStopped(rows);
}

/** What the log says of letters that have been stopped. */
export const lettersStopped = (letters: readonly { id: string }[]): LogEntry[] =>
  letters.map(({ id }) => ({ actor: 'engine', action: 'letter-stopped', subject: id }));
