import type { LetterKind } from '../../contracts/letters.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/** Stops letters of these kinds that have not gone out and none of whose obligations is open any more. @returns rows for the log */
export async function stopLetters(
  transaction: Transaction,
  input: { obligationIds: readonly string[]; kinds: readonly LetterKind[] },
): Promise<LogEntry[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `update letter l set state = 'stopped'
     where l.state = 'queued' and l.kind = any($2)
       and l.id in (select letter_id from letter_obligation where obligation_id = any($1))
       and not exists (
         select from letter_obligation lo join obligation o on o.id = lo.obligation_id
         where lo.letter_id = l.id and o.outcome = 'open')
     returning id`,
    [input.obligationIds, input.kinds],
  );
  return rows.map(({ id }) => ({ actor: 'engine', action: 'letter-stopped', subject: id }));
}
