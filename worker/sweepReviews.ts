import { acceptByTime } from '../db/decisions/acceptByTime.ts';
import { noticesCarriedOut } from '../db/notices/noticesCarriedOut.ts';
import type { Pool } from '../db/pool.ts';
import { everySoOften } from './everySoOften.ts';

const HOUR_MS = 3_600_000;

/** Each hour what nobody has reviewed in its time counts as accepted: one sweep over all of it, and no timer for each. */
export async function sweepReviews(options: {
  pool: Pool;
  signal: AbortSignal;
  say: (line: string) => void;
  intervalMs?: number;
}): Promise<void> {
  const { pool, signal, say, intervalMs = HOUR_MS } = options;
  await everySoOften(
    { name: 'the sweep of reviews', intervalMs, first: 'at once', signal, say },
    async () => {
      for (const { id, clock, now } of await noticesCarriedOut(pool)) {
        if (clock === 'live') await acceptByTime(pool, { noticeId: id, now });
      }
    },
  );
}
