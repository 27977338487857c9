import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings the register's tables up to date, as the role that owns them (never the application's).
 * Safe to run at every start: it takes an advisory lock and does nothing where nothing is to be done.
 * @returns the names of the migrations that ran
 */
export async function migrate(ownerUrl: string, say: (line: string) => void): Promise<string[]> {
  const ran = await runner({
    databaseUrl: ownerUrl,
    dir: MIGRATIONS,
    direction: 'up',
    migrationsTable: 'migration',
    checkOrder: true,
    log: () => {},
    logger: { debug: () => {}, info: () => {}, warn: say, error: say },
  });
  return ran.map((migration) => migration.name);
}
