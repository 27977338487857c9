import type { Notice } from '../../../contracts/notice/index.ts';
import { onNotification } from '../../../db/onNotification.ts';
import type { Pool } from '../../../db/pool.ts';
import { CAST_CHANNEL } from '../../mailbox/keepMessage.ts';
import { planActs } from './acts.ts';
import { takeDueActs } from './play/takeDueActs.ts';
import { readUnread } from './receive/readUnread.ts';
import { standingActs } from './standingActs.ts';
import { officialApi } from './web/officialApi.ts';

export interface CastOptions {
  pool: Pool;
  notice: Notice;
  seed: number;
  /** Where the API and its pages are, without a trailing slash. */
  apiUrl: string;
  adminToken: string;
  say: (line: string) => void;
}

/** Everybody who plays a part in a rehearsal. */
export interface Cast {
  /** Ends when the cast is stopped; rejects where a page, the API or the register failed: then nobody acts any more. */
  ended: Promise<void>;
  /** Lets those who are acting finish, then stops. */
  stop(): Promise<void>;
}

/** Looked at this often even where nobody was told: a leap's notification may be lost with its connection. */
const POLL_MS = 20;

/**
 * Starts the cast: members, units, the office, deputies and the chair read their letters in the local inbox, make up
 * their minds by the seed, and act over HTTP when the rehearsal's clock says so. A live person may act meanwhile; the
 * cast takes the refusals that come of it.
 */
export function startCast(options: CastOptions): Cast {
  const { pool, notice, seed, apiUrl, adminToken, say } = options;
  const stopping = new AbortController();
  const api = officialApi(apiUrl, adminToken, notice.id);
  const stage = { apiUrl, api, notice, seed };
  let failure: unknown;
  let isPlanned = false;

  const look = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        if (!isPlanned) await planActs(pool, notice.id, standingActs(notice, seed));
        isPlanned = true;
        const done = (await readUnread(pool, { notice, seed })) + (await takeDueActs(pool, stage));
        if (done === 0) return;
      } catch (error) {
        // whatever it is, going on would play another piece than the seed's
        failure = error;
        stopping.abort();
      }
    }
  };
  const running = onNotification(
    { pool, channel: CAST_CHANNEL, pollMs: POLL_MS, signal: stopping.signal, say },
    look,
  ).then(() => {
    if (failure) throw failure;
  });
  running.catch((error: Error) => say(`the cast stopped: ${error.message}`));

  return {
    ended: running,
    async stop() {
      stopping.abort();
      await Promise.allSettled([running]);
      if (!failure) await api.close();
    },
  };
}
