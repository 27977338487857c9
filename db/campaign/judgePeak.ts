import type { Instant, PlannedPeak } from '../../contracts/plan.ts';
import { isHeld, type Returns } from '../../domain/campaign/isHeld.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';
import { lockReturns } from './lockReturns.ts';

export interface JudgedPeak extends Returns {
  counted: boolean;
  entry: LogEntry;
}

/**
 * Judges a peak in the transaction that closes its period: it counts for its year, or is missed, by the returns that
 * are in. The counters stay locked until the commit, so that a return that comes meanwhile finds what was judged.
 */
export async function judgePeak(
  transaction: Transaction,
  peak: {
    noticeId: string;
    processId: string;
    periodId: string;
    peak: PlannedPeak;
    countsFrom: number;
    /** it lay wholly inside a pause */
    inPause: boolean;
    now: Instant;
  },
): Promise<JudgedPeak> {
  const { noticeId, processId, periodId, countsFrom, inPause, now } = peak;
  const { year } = peak.peak;
  const returns = (await lockReturns(transaction, [periodId])).get(periodId) ?? NONE;
  const counted = isHeld(returns, countsFrom);
  const { owed, returned } = returns;
  await transaction.query(
    `insert into peak_result (period_id, notice_id, process_id, year, owed, returned, counts_from, counted, judged_at, missed_at_close)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, not $8)`,
    [periodId, noticeId, processId, year, owed, returned, countsFrom, counted, now],
  );
  return {
    ...returns,
    counted,
    entry: {
      actor: 'engine',
      action: counted ? 'peak-counted' : 'peak-missed',
      subject: periodId,
      detail: { year, owed, returned, countsFrom, ...(inPause && { inPause }) },
    },
  };
}

const NONE: Returns = { owed: 0, returned: 0 };
