import { setTimeout as delay } from 'node:timers/promises';
import type { LoadedBurst } from './loadBurst.ts';

/** Seldom enough to cost nothing beside the burst; how long a burst took is read from its rows. */
const LOOK_MS = 250;

/** A burst came to no end in its time. */
export class BurstStuck extends Error {
  override readonly name = 'BurstStuck';
}

/**
 * Waits until each obligation has its finding and its overdue letter is out of hand. What is done is counted only
 * once the log stands still, since counting thousands of rows again and again would slow what is measured.
 * @param broken rejects where the process that carries the burst out ended
 * @throws BurstStuck where that takes longer than `limitMs`
 */
export async function waitUntilSettled(
  burst: LoadedBurst,
  limitMs: number,
  broken: Promise<never>,
): Promise<void> {
  const until = Date.now() + limitMs;
  let logged = await logLength(burst);
  for (;;) {
    await Promise.race([delay(LOOK_MS), broken]);
    const now = await logLength(burst);
    const standsStill = now === logged;
    logged = now;
    if (!standsStill && Date.now() <= until) continue;
    const { found, settled } = await countDone(burst);
    if (found >= burst.n && settled >= burst.n) return;
    if (Date.now() > until) {
      throw new BurstStuck(
        `after ${limitMs / 1000} s ${found} of ${burst.n} findings and ${settled} of ${burst.n} letters were done`,
      );
    }
  }
}

/** How long a burst may take: thirty a second, and a minute for the servers. */
export const limitFor = (n: number): number => 60_000 + n * 33;

async function logLength({ pool, noticeId }: LoadedBurst): Promise<number> {
  const { rows } = await pool.query<{ seq: number }>(
    'select seq from log_head where notice_id = $1',
    [noticeId],
  );
  return rows[0]?.seq ?? 0;
}

async function countDone({ pool, noticeId }: LoadedBurst) {
  const { rows } = await pool.query<{ found: number; settled: number }>(
    `select (select count(*) from finding where notice_id = $1) as found,
       (select count(*) from letter where notice_id = $1 and kind = 'overdue'
          and state not in ('queued', 'sending', 'uncertain')) as settled`,
    [noticeId],
  );
  return rows[0] ?? { found: 0, settled: 0 };
}
