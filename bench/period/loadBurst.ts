import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { periodId, scheduleId } from '../../contracts/ids.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { markRunning } from '../../db/periods/processState.ts';
import { openPool, type Pool } from '../../db/pool.ts';
import { prepareRegister } from '../../dev/register/prepareRegister.ts';
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

/** Passwords of roles that live as long as the bench's own server. */
export interface RegisterPasswords {
  owner: string;
  app: string;
}

/** Makes a database, its tables and a notice of `n` units in it. */
export async function loadBurst(
  adminUrl: string,
  passwords: RegisterPasswords,
  n: number,
): Promise<LoadedBurst> {
  const name = `burst-${randomUUID().slice(0, 8)}`;
  const database = `bench_${name.replaceAll('-', '_')}`;
  const drop = () => dropDatabase(adminUrl, database);
  try {
    const { appUrl } = await prepareRegister({
      adminUrl,
      database,
      ownerPassword: passwords.owner,
      appPassword: passwords.app,
      say: () => {},
    });
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
      letRest: () => asAdmin(adminUrl, 'vacuum (analyze)', database),
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

const dropDatabase = (adminUrl: string, database: string): Promise<void> =>
  asAdmin(adminUrl, `drop database if exists ${pg.escapeIdentifier(database)} with (force)`);

async function asAdmin(adminUrl: string, sql: string, database?: string): Promise<void> {
  const url = new URL(adminUrl);
  if (database !== undefined) url.pathname = `/${database}`;
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}
