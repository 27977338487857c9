import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostgresBinaries } from './postgresBinaries.ts';
import { runCommand } from './runCommand.ts';
import type { ServerAccount } from './serverAccount.ts';

/** The only major version whose files the packaged server reads. */
const MAJOR_VERSION = '18';

/** The superuser of the embedded server. */
export const ADMIN_USER = 'postgres';

/** The folder holds a database of another PostgreSQL. */
export class WrongPostgresVersion extends Error {
  override readonly name = 'WrongPostgresVersion';
}

export interface PostgresDataOptions {
  /** The state folder. */
  folder: string;
  binaries: PostgresBinaries;
  account: ServerAccount;
  adminPassword: string;
  say: (line: string) => void;
}

/**
 * The data folder of the embedded PostgreSQL, made where it is missing.
 *
 * UTF-8, with PostgreSQL's own C.UTF-8 for order and letter case: the same on every machine,
 * whatever its locales. Vietnamese order is asked for where it is wanted (`vi-x-icu`).
 *
 * Made under another name and renamed, so that a start killed half-way leaves no half database.
 *
 * @returns the absolute path.
 * @throws WrongPostgresVersion where it was made by another major version.
 */
export async function postgresData(options: PostgresDataOptions): Promise<string> {
  const { folder, binaries, account, adminPassword, say } = options;
  const data = join(folder, 'postgres');
  const version = await readVersion(data);
  if (version === MAJOR_VERSION) return data;
  if (version !== undefined) {
    throw new WrongPostgresVersion(
      `${data} was made by PostgreSQL ${version}, the packaged one is ${MAJOR_VERSION}; move the folder away to start anew`,
    );
  }

  say('PostgreSQL: making a new database folder');
  const unfinished = join(folder, 'postgres.unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await account.giveTo(unfinished);
  const passwordFile = join(folder, `postgres.password.${randomUUID()}`);
  try {
    await writeFile(passwordFile, `${adminPassword}\n`, { mode: 0o600 });
    await account.giveTo(passwordFile);
    await initialise(unfinished, passwordFile, { binaries, account });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, data);
  return data;
}

/** The environment for PostgreSQL's programs: no PG* settings of the user's, no locale of the machine's. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' };
}

async function initialise(
  data: string,
  passwordFile: string,
  { binaries, account }: Pick<PostgresDataOptions, 'binaries' | 'account'>,
): Promise<void> {
  const [command = '', ...args] = [
    ...account.before,
    binaries.initdb,
    `--pgdata=${data}`,
    `--username=${ADMIN_USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // The folder is renamed right after: one sync at the first checkpoint is enough.
    '--no-sync',
  ];
  const { uid, gid } = account;
  await runCommand({
    command,
    args,
    env: postgresEnvironment(),
    limitMs: 120_000,
    ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
  });
}

async function readVersion(data: string): Promise<string | undefined> {
  try {
    return (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
