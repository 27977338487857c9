import { join } from 'node:path';
import pg from 'pg';
import { type DetachedChild, spawnDetached } from './detachedChild.ts';
import { onFreePort } from './freePort.ts';
import { type PostgresBinaries, postgresBinaries } from './postgresBinaries.ts';
import { ADMIN_USER, postgresData, postgresEnvironment } from './postgresData.ts';
import { endPostgresOrphan, STOP_POSTGRES } from './postgresOrphan.ts';
import { endProcess, signalProcess } from './runningProcess.ts';
import { keepSecret } from './secret.ts';
import { type ServerAccount, serverAccount } from './serverAccount.ts';
import type { StateFolder } from './stateFolder.ts';
import { waitUntilReady } from './waitUntilReady.ts';

export interface PostgresOptions {
  /** An opened state folder. */
  folder: StateFolder;
  /** On 127.0.0.1; the next free one where taken, 0 for any. */
  preferredPort: number;
  /** Gets one line for each thing done. */
  say: (line: string) => void;
  /** Whether a commit outlives a power cut (default); it outlives a killed process either way. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  port: number;
  /** Process id of the server. */
  pid: number;
  /** Superuser, database `postgres`; holds the password. */
  adminUrl: string;
  /** A connection URL for a database and role of this server. */
  databaseUrl(database: string, user: string, password: string): string;
  /** Breaks off what still runs and closes the database properly. */
  stop(): Promise<void>;
  /** For the last moment, when there is no time to close: sends the signal and does not wait. */
  kill(): void;
}

/** Ends without closing properly; the next start makes good what is missing. */
const AT_ONCE = 'SIGQUIT';

/**
 * Starts PostgreSQL 18 on 127.0.0.1 with its data in the state folder: a new folder or the one of
 * the last start, however that ended.
 *
 * @throws ServerNotReady, NoFreePort, NoServerAccount, PostgresBinariesMissing, WrongPostgresVersion.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const { folder, preferredPort, say, durable = true } = options;
  const binaries = await postgresBinaries();
  const account = await serverAccount({ program: binaries.postgres, folder: folder.path });
  const adminPassword = await keepSecret(folder.secrets, 'postgres-admin-password');
  const data = await postgresData({ folder: folder.path, binaries, account, adminPassword, say });
  await endPostgresOrphan(data, say);

  const logFile = join(folder.logs, 'postgres.log');
  return onFreePort(preferredPort, async (port) => {
    const child = await launch({ binaries, account, data, port, durable, logFile });
    const urlFor = (database: string, user: string, password: string) =>
      `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`;
    const adminUrl = urlFor('postgres', ADMIN_USER, adminPassword);
    const stop = () => endProcess(child.pid, STOP_POSTGRES);
    try {
      const ask = () => tryToConnect(adminUrl);
      await waitUntilReady({ server: 'PostgreSQL', child, logFile, limitMs: 60_000, ask });
    } catch (error) {
      await stop();
      throw error;
    }
    say(`PostgreSQL: 127.0.0.1:${port}`);
    const kill = () => signalProcess(child.pid, AT_ONCE);
    return { port, pid: child.pid, adminUrl, databaseUrl: urlFor, stop, kill };
  });
}

interface Launch {
  binaries: PostgresBinaries;
  account: ServerAccount;
  data: string;
  port: number;
  durable: boolean;
  logFile: string;
}

function launch(options: Launch): Promise<DetachedChild> {
  const { binaries, account, data, port, durable, logFile } = options;
  const settings = {
    listen_addresses: '127.0.0.1',
    // Loopback only: a socket's path may be too long, and its folder not ours.
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Short statements only: compiling them costs more than it gains.
    jit: 'off',
    // Commits are still written at once, only not forced to the disk: a killed server loses none.
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command = '', ...args] = [
    ...account.before,
    ...[binaries.postgres, '-D', data, '-p', String(port)],
    ...flags,
  ];
  const { uid, gid } = account;
  return spawnDetached({
    command,
    args,
    env: postgresEnvironment(),
    logFile,
    lastSignal: AT_ONCE,
    ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
  });
}

/** What the server says instead of taking a connection, e.g. that it is still recovering. */
async function tryToConnect(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  // Without a listener a connection broken off by the server would end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
