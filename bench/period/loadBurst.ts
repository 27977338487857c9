import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { periodId, scheduleId } from '../../contracts/ids.ts';
import { migrate } from '../../db/migrate.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { markRunning } from '../../db/periods/processState.ts';
import { openPool, type Pool } from '../../db/pool.ts';
import { BURST, burstNotice } from '../notice/burstNotice.ts';

/** A register of one run's own, with the notice loaded and running and its period not yet opened. */
export interface LoadedBurst {
  n: number;
  noticeId: string;
  periodKey: string;
  /** Also the follow-up's workflow id. */
  periodId: string;
  scheduleId: string;
  /** The application's role. */
  appUrl: string;
  pool: Pool;
  /** What autovacuum does within minutes; a real period stands for days before it falls due. */
  letRest(): Promise<void>;
  /** Drops the database. */
  close(): Promise<void>;
}

/** The tables that have rows before the burst; what autovacuum leaves alone is left alone. */
const FILLED = [
  ...['party', 'person', 'person_contact', 'holding', 'obligation'],
  ...['letter', 'letter_text', 'letter_obligation', 'letter_attempt'],
];

/** Makes a database, its tables and a notice of `n` units in it. No role is made that could log in. */
export async function loadBurst(adminUrl: string, n: number): Promise<LoadedBurst> {
  const name = `burst-${randomUUID().slice(0, 8)}`;
  const database = `bench_${name.replaceAll('-', '_')}`;
  const drop = () => asAdmin(adminUrl, `drop database if exists ${database} with (force)`);
  await asAdmin(adminUrl, `create database ${database}`);
  try {
    const url = new URL(adminUrl);
    url.pathname = `/${database}`;
    const ownerUrl = url.href;
    await migrate(ownerUrl, () => {});
    url.searchParams.set('options', '-c role=dondoc_app');
    const appUrl = url.href;
    let closing = false;
    const pool = openPool(appUrl, {
      max: 4,
      onIdleError: (error) => {
        if (!closing) throw error;
      },
    });
    const now = new Date().toISOString();
    const { notice, key } = burstNotice(name, n, now);
    await loadNotice(pool, { notice, now, clock: 'live' });
    await markRunning(pool, name, BURST.processId, now);
    const period = periodId(name, BURST.processId, key);
    return {
      ...{ n, noticeId: name, periodKey: key, periodId: period, appUrl, pool },
      scheduleId: scheduleId(period, 'main'),
      letRest: () => asAdmin(ownerUrl, `vacuum (analyze) ${FILLED.join(', ')}`),
      close: async () => {
        closing = true;
        await pool.end();
        await drop();
      },
    };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function asAdmin(connectionString: string, sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}
