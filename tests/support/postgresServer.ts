import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareRegister } from '../../dev/register/prepareRegister.ts';
import { startPostgres } from '../../dev/stack/postgres.ts';
import { openStateFolder } from '../../dev/stack/stateFolder.ts';

export const TEMPLATE = 'dondoc_template';
const PASSWORD = 'test-only';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresAdminUrl: string;
  }
}

/** One PostgreSQL server for the whole run, with a migrated template that each test file's own database is made from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const path = await mkdtemp(join(tmpdir(), 'dondoc-tests-'));
  const folder = await openStateFolder(path);
  const server = await startPostgres({ folder, preferredPort: 0, durable: false, say: () => {} });
  await prepareRegister({
    adminUrl: server.adminUrl,
    database: TEMPLATE,
    ownerPassword: PASSWORD,
    appPassword: PASSWORD,
    say: () => {},
  });
  project.provide('postgresAdminUrl', server.adminUrl);
  return async () => {
    await server.stop();
    await folder.release();
    await rm(path, { recursive: true, force: true });
  };
}
