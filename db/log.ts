import type { Instant } from '../contracts/plan.ts';
import type { LogAction } from '../domain/log/actions.ts';
import type { Transaction } from './transaction.ts';

/** One row of the log: who did what to which record. `detail` holds ids, instants and hashes, never a name, an address or a text. */
export interface LogEntry {
  actor: string;
  action: LogAction;
  subject: string;
  detail?: Record<string, unknown>;
}

/** Appends rows to a notice's chain. Call it last in a transaction: it locks the chain's head until the commit. */
export async function appendLog(
  transaction: Transaction,
  noticeId: string,
  at: Instant,
  entries: LogEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await transaction.query('select log_append($1, $2, $3::jsonb)', [
    noticeId,
    at,
    JSON.stringify(entries),
  ]);
}
