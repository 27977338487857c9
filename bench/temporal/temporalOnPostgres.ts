import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { SEARCH_ATTRIBUTES } from '../../contracts/messages.ts';
import { cacheFolder, isProgram } from '../../dev/stack/cacheFolder.ts';
import { spawnDetached } from '../../dev/stack/detachedChild.ts';
import { freePort } from '../../dev/stack/freePort.ts';
import { goInstall } from '../../dev/stack/goInstall.ts';
import { runCommand } from '../../dev/stack/runCommand.ts';
import { endProcess, signalProcess } from '../../dev/stack/runningProcess.ts';
import { waitUntilReady } from '../../dev/stack/waitUntilReady.ts';
import { ensureNamespace } from '../../worker/temporalNamespace.ts';
import { type BenchTemporal, NAMESPACE } from './benchTemporal.ts';
import { serverConfig } from './serverConfig.ts';

const VERSION = '1.29.1';

/** A ring's port has to lie below 32,768, or the server does not start; the RPCs keep them company. */
const FIRST_PORT = 21_300;

const SERVICES = ['frontend', 'history', 'matching', 'worker'] as const;

export interface TemporalOnPostgresOptions {
  /** A superuser's URL. */
  adminUrl: string;
  /** Of the bench's own, removed after it; gets configuration and log. */
  folder: string;
  say: (line: string) => void;
}

/**
 * Starts Temporal in its production shape: the server on databases of its own on PostgreSQL, both programs built by
 * Go into dondoc's cache where they are not there yet.
 * @throws CommandFailed, ServerNotReady, NoFreePort
 */
export async function startTemporalOnPostgres(
  options: TemporalOnPostgresOptions,
): Promise<BenchTemporal> {
  const { adminUrl, folder, say } = options;
  const programs = await serverPrograms(say);
  const stores = {
    main: `bench_temporal_${process.pid}`,
    visibility: `bench_visibility_${process.pid}`,
  };
  const dropStores = () => dropDatabases(adminUrl, Object.values(stores));
  try {
    await makeStore(adminUrl, programs, stores.main, 'temporal');
    await makeStore(adminUrl, programs, stores.visibility, 'visibility');
    const ports = await servicePorts();
    const address = `127.0.0.1:${ports.frontend.rpc}`;
    await mkdir(join(folder, 'config'), { recursive: true, mode: 0o700 });
    const config = serverConfig({ database: connectionOf(adminUrl), stores, ports });
    await writeFile(join(folder, 'config', 'bench.yaml'), config, { mode: 0o600 });
    const pid = await launch(programs, folder, address);
    const stop = async () => {
      await endProcess(pid, STOP);
      await dropStores();
    };
    return {
      ...{ name: 'postgres', address, namespace: NAMESPACE, pid, stop },
      kill: () => signalProcess(pid, 'SIGKILL'),
    };
  } catch (error) {
    await dropStores();
    throw error;
  }
}

const STOP: { signal: NodeJS.Signals; limitMs: number }[] = [
  { signal: 'SIGTERM', limitMs: 10_000 },
  { signal: 'SIGKILL', limitMs: 5_000 },
];

/** The folder of `server` and `sql`, built at the first use. */
async function serverPrograms(say: (line: string) => void): Promise<string> {
  const folder = join(cacheFolder(process.env), `temporal-server-${VERSION}`);
  if ((await isProgram(join(folder, 'server'))) && (await isProgram(join(folder, 'sql')))) {
    return folder;
  }
  say(`building Temporal's server ${VERSION} with Go; this takes minutes, once`);
  const packages = ['server', 'tools/sql'].map(
    (name) => `go.temporal.io/server/cmd/${name}@v${VERSION}`,
  );
  await goInstall({ packages, folder, env: process.env, say });
  return folder;
}

async function makeStore(
  adminUrl: string,
  programs: string,
  database: string,
  schema: 'temporal' | 'visibility',
): Promise<void> {
  const { host, port, user, password } = connectionOf(adminUrl);
  const sql = (...words: string[]) =>
    runCommand({
      command: join(programs, 'sql'),
      args: [
        ...['--plugin', 'postgres12', '--endpoint', host, '--port', String(port)],
        ...['--user', user, '--database', database, ...words],
      ],
      // not among the arguments, which everybody on the machine can read
      env: { ...process.env, SQL_PASSWORD: password },
      limitMs: 120_000,
    });
  await sql('create');
  await sql('setup-schema', '-v', '0.0');
  await sql('update-schema', '--schema-name', `postgresql/v12/${schema}`);
}

async function launch(programs: string, folder: string, address: string): Promise<number> {
  const logFile = join(folder, 'temporal-server.log');
  const child = await spawnDetached({
    command: join(programs, 'server'),
    args: ['-r', folder, '-c', 'config', '-e', 'bench', '--allow-no-auth', 'start'],
    env: process.env,
    logFile,
    lastSignal: 'SIGTERM',
  });
  const ask = async () => {
    try {
      const connection = await Connection.connect({ address, connectTimeout: '2s' });
      await ensureNamespace({
        ...{ connection, namespace: NAMESPACE, retentionDays: 1 },
        searchAttributes: SEARCH_ATTRIBUTES,
      }).finally(() => connection.close());
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  try {
    await waitUntilReady({
      server: 'Temporal on PostgreSQL',
      child,
      logFile,
      limitMs: 90_000,
      ask,
    });
  } catch (error) {
    await endProcess(child.pid, STOP);
    throw error;
  }
  return child.pid;
}

/** Eight free ports, one after the other. */
async function servicePorts() {
  const ports: number[] = [];
  for (let next = FIRST_PORT; ports.length < 2 * SERVICES.length; ) {
    const port = await freePort(next);
    ports.push(port);
    next = port + 1;
  }
  const pair = (place: number) => ({
    rpc: ports[2 * place] ?? 0,
    membership: ports[2 * place + 1] ?? 0,
  });
  return { frontend: pair(0), history: pair(1), matching: pair(2), worker: pair(3) };
}

function connectionOf(adminUrl: string) {
  const { hostname, port, username, password } = new URL(adminUrl);
  return {
    host: hostname,
    port: Number(port) || 5432,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

async function dropDatabases(adminUrl: string, names: string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const name of names) {
      await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
    }
  } finally {
    await admin.end();
  }
}
