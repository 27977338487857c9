import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Instant } from '../../contracts/plan.ts';
import { latenessOf } from '../measure/lateness.ts';
import { measureUsage } from '../measure/processUsage.ts';
import { burstRows, lastRowAt } from '../period/burstRows.ts';
import type { LoadedBurst } from '../period/loadBurst.ts';
import { limitFor, waitUntilSettled } from '../period/waitUntilSettled.ts';
import type { Bench, BurstResult } from './side.ts';

export interface Watched {
  side: string;
  ownPid: number;
  temporalPid?: number;
  /** Rejects where the process that carries the burst out ends. */
  broken: Promise<never>;
}

/** Measurements begin so long before the due instant. */
const BEFORE_MS = 300;

/** Waits for a burst's due instant, measures until all is settled, and reads from the rows what it came to. */
export async function watchBurst(
  bench: Bench,
  burst: LoadedBurst,
  dueAt: Instant,
  watched: Watched,
): Promise<BurstResult> {
  const { adminUrl, sink, postgresPid } = bench;
  const { side, ownPid, temporalPid, broken } = watched;
  const pidsOf = (pid: number | undefined) => (pid === undefined ? [] : [pid]);
  await delay(Math.max(0, Date.parse(dueAt) - BEFORE_MS - Date.now()));
  const walBefore = await walPosition(adminUrl);
  const [own, temporal, postgres] = await Promise.all(
    [[ownPid], pidsOf(temporalPid), pidsOf(postgresPid)].map(measureUsage),
  );

  await waitUntilSettled(burst, limitFor(burst.n), broken);

  const [ownUsage, temporalUsage, postgresUsage] = await Promise.all([
    own?.(),
    temporalPid === undefined ? undefined : temporal?.(),
    postgresPid === undefined ? undefined : postgres?.(),
  ]);
  const walAfter = await walPosition(adminUrl);
  const settledAt = Date.parse(await lastRowAt(burst));
  const due = Date.parse(dueAt);
  const mails = await sink?.takeAll();
  const late = await latenessOf(burst, due, mails);
  return {
    ...{ side, n: burst.n, ...late },
    perSecond: (burst.n * 1000) / (settledAt - due),
    ...{ own: ownUsage, temporal: temporalUsage, postgres: postgresUsage },
    walBytesEach: (walAfter - walBefore) / burst.n,
    rows: await burstRows(burst),
    ...(mails && {
      mails: {
        all: mails.length,
        again: mails.length - new Set(mails.map(({ messageId }) => messageId)).size,
      },
    }),
  };
}

/** How many bytes PostgreSQL has written ahead so far, for all that it does. */
async function walPosition(adminUrl: string): Promise<number> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ bytes: string }>(
      `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as bytes`,
    );
    return Number(rows[0]?.bytes);
  } finally {
    await admin.end();
  }
}
