import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openPool, type Pool } from '../../db/pool.ts';
import { registerUrls } from '../../dev/register/prepareRegister.ts';
import { TEMPLATE } from './postgresServer.ts';

export interface FreshDatabase {
  /** As the application's role. */
  pool: Pool;
  ownerUrl: string;
  appUrl: string;
  close(): Promise<void>;
}

/** A migrated, empty register of the caller's own; close it when the file is done. */
export async function freshDatabase(options: { max?: number } = {}): Promise<FreshDatabase> {
  const adminUrl = inject('postgresAdminUrl');
  const database = `t_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, `create database ${database} template ${TEMPLATE} owner dondoc_owner`);
  const urls = registerUrls({
    adminUrl,
    database,
    ownerPassword: 'test-only',
    appPassword: 'test-only',
  });
  let closing = false;
  const pool = openPool(urls.appUrl, {
    max: options.max ?? 10,
    onIdleError: (error) => {
      if (!closing) throw error; // dropping the database ends what is still connected to it
    },
  });
  return {
    pool,
    ...urls,
    close: async () => {
      closing = true;
      await pool.end();
      await asAdmin(adminUrl, `drop database ${database} with (force)`);
    },
  };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
