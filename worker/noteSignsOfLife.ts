import type { Instant } from '../contracts/plan.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { everySoOften } from './everySoOften.ts';

const BEAT_MS = 30_000;

/** So long without a sign of life and the engine was down; one that is late by less was only busy. */
const DOWN_AFTER_MS = 3 * BEAT_MS;

/**
 * Notes every half minute that the engine lives, and at the start how long it did not: a gap longer than the
 * tolerance is an outage, and so is a shorter one in which something fell due, since that is nobody's lateness.
 * @param now the notices' live clock
 */
export async function noteSignsOfLife(
  pool: Pool,
  options: {
    now: () => Instant;
    toleranceMs: number;
    signal: AbortSignal;
    say: (line: string) => void;
  },
): Promise<void> {
  const { now, toleranceMs, signal, say } = options;
  await everySoOften(
    { name: 'signs of life', intervalMs: BEAT_MS, first: 'at once', signal, say },
    async () => {
      const outage = await beat(pool, now(), toleranceMs);
      if (outage)
        say(`the engine did not run from ${outage.from} to ${outage.to}: noted as an outage`);
    },
  );
}

/** Notes one sign of life; answers with the outage that it ends, if it ends one. */
export async function beat(
  pool: Pool,
  now: Instant,
  toleranceMs: number,
): Promise<{ from: Instant; to: Instant } | undefined> {
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ at: Instant }>(
      'select at from heartbeat for update',
    );
    const last = rows[0]?.at;
    await transaction.query(
      `insert into heartbeat (at) values ($1) on conflict (one) do update set at = greatest(heartbeat.at, excluded.at)`,
      [now],
    );
    if (last === undefined) return undefined;
    const gap = Date.parse(now) - Date.parse(last);
    const isOutage =
      gap > toleranceMs || (gap > DOWN_AFTER_MS && (await fellDue(transaction, last, now)));
    if (!isOutage) return undefined;
    await transaction.query(
      'insert into outage (began_at, ended_at) values ($1, $2) on conflict do nothing',
      [last, now],
    );
    return { from: last, to: now };
  });
}

/** Whether anything of a notice on the live clock fell due between two instants. */
async function fellDue(transaction: Transaction, from: Instant, until: Instant): Promise<boolean> {
  const { rowCount } = await transaction.query(
    `select 1 from schedule s join period d on d.id = s.period_id join notice n on n.id = d.notice_id
     where n.clock = 'live' and s.due_at >= $1 and s.due_at < $2 limit 1`,
    [from, until],
  );
  return rowCount === 1;
}
