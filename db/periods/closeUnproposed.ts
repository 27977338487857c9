import type { Instant } from '../../contracts/plan.ts';
import { closeObligations } from '../decisions/closeObligations.ts';
import { lockObligations } from '../decisions/lockObligations.ts';
import { wakeSettled } from '../decisions/wakeSettled.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Records that nothing was proposed where an optional document ("có thể") has not come by the close of its period:
 * whatever of its process is open closes with it. Nothing for any other period. @returns rows for the log
 */
export async function closeUnproposed(
  transaction: Transaction,
  { noticeId, periodId, now }: { noticeId: string; periodId: string; now: Instant },
): Promise<LogEntry[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `select e.id from obligation o
     join obligation e on e.notice_id = o.notice_id and e.process_id = o.process_id and e.track = 'main' and e.outcome = 'open'
     where o.period_id = $1 and o.track = 'main' and o.deliverable = 'document' and o.never_late and o.outcome = 'open'`,
    [periodId],
  );
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const locked = await lockObligations(transaction, noticeId, ids);
  const silent = locked.filter(({ outcome }) => outcome === 'open');
  const by = { actor: 'engine', at: now, periodId };
  const entries = await closeObligations(transaction, silent, 'no-proposal', by);
  await wakeSettled(transaction, silent);
  return entries;
}
