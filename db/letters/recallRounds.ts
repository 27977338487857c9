import { roundWorkflowId } from '../../contracts/ids.ts';
import type { LogEntry } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import type { Transaction } from '../transaction.ts';
import { lettersStopped } from './stopLetters.ts';

/**
 * Takes back letters to superiors that still wait to leave and name somebody whose obligation is no longer open, or whose
 * finding was reversed: nobody is reported as silent who has answered. The others whom such a letter names are told by
 * the next round.
 * @returns rows for the log
 */
export async function recallRounds(
  transaction: Transaction,
  obligationIds: readonly string[],
): Promise<LogEntry[]> {
  const { rows } = await transaction.query<{ id: string; notice_id: string }>(
    // locked in one order, since two submissions may take back the same letters
    `with waiting as materialized (
       select l.id from letter l where l.state = 'queued' and l.kind = 'round'
         and l.id in (select letter_id from letter_obligation where obligation_id = any($1))
       order by l.id for no key update of l),
     untold as (
       update climb c set letter_id = null from waiting, obligation o
       where c.letter_id = waiting.id and o.id = c.obligation_id and o.outcome = 'open')
     update letter l set state = 'stopped' from waiting where l.id = waiting.id returning l.id, l.notice_id`,
    [obligationIds],
  );
  const notices = new Set(rows.map(({ notice_id }) => notice_id));
  await wakeLater(transaction, [...notices].map(roundWorkflowId));
  return lettersStopped(rows);
}
