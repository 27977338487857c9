import { processWorkflowId } from '../../contracts/ids.ts';
import type { Instant } from '../../contracts/plan.ts';
import { isHeld } from '../../domain/campaign/isHeld.ts';
import type { LogEntry } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import type { Transaction } from '../transaction.ts';
import { lockReturns } from './lockReturns.ts';

interface Judged {
  periodId: string;
  noticeId: string;
  processId: string;
  countsFrom: number;
  counted: boolean;
}

/**
 * Counts the peaks anew whose obligations have just been settled, in the same transaction: a return that comes late, or
 * an excuse, may still complete one that was missed, until the year in which it was judged is over. After that its
 * quota has been carried over and the books of the year are closed. What counts once goes on counting.
 */
export async function recountPeaks(
  transaction: Transaction,
  settled: readonly { periodId: string }[],
  at: Instant,
): Promise<LogEntry[]> {
  const periodIds = [...new Set(settled.map(({ periodId }) => periodId))].sort();
  const { rows } = await transaction.query<Judged>(JUDGED, [periodIds, at]);
  if (rows.length === 0) return [];
  const returns = await lockReturns(
    transaction,
    rows.map(({ periodId }) => periodId),
  );
  const entries: LogEntry[] = [];
  for (const { periodId, noticeId, processId, countsFrom, counted } of rows) {
    const now = returns.get(periodId);
    if (now === undefined) continue;
    const counts = counted || isHeld(now, countsFrom);
    await transaction.query(
      `update peak_result set owed = $2, returned = $3, counted = $4,
         recounted_at = case when $4 and not counted then $5 else recounted_at end
       where period_id = $1`,
      [periodId, now.owed, now.returned, counts, at],
    );
    if (counts === counted) continue;
    await wakeLater(transaction, [processWorkflowId(noticeId, processId)]);
    entries.push({
      actor: 'engine',
      action: 'peak-recounted',
      subject: periodId,
      detail: { ...now },
    });
  }
  return entries;
}

const JUDGED = `
select r.period_id as "periodId", r.notice_id as "noticeId", r.process_id as "processId",
  r.counts_from as "countsFrom", r.counted
from peak_result r join notice n on n.id = r.notice_id
where r.period_id = any($1)
  and extract(year from $2::timestamptz at time zone n.zone) = extract(year from r.judged_at at time zone n.zone)
order by r.period_id for no key update of r`;
