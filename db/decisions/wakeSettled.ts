import { wakeLater } from '../outbox.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Wakes the follow-ups that have something to learn from obligations just settled: a track's last open one, which the
 * certificate, a gate, is by itself. Others need no telling, since a step asks the register who is still open.
 * The counters that it reads are locked by the settling itself, so that of two last ones at once the later sees it.
 * @returns the periods woken
 */
export async function wakeSettled(
  transaction: Transaction,
  settled: readonly { periodId: string; track: string }[],
): Promise<string[]> {
  const { rows } = await transaction.query<{ period_id: string }>(
    `select distinct t.period_id
     from unnest($1::text[], $2::text[]) as t(period_id, track)
     left join period_counter c on c.period_id = t.period_id and c.track = t.track and c.outcome = 'open'
     where coalesce(c.n, 0) = 0 order by 1`,
    [settled.map(({ periodId }) => periodId), settled.map(({ track }) => track)],
  );
  const periods = rows.map((row) => row.period_id);
  await wakeLater(transaction, periods);
  return periods;
}
