import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import { ensureNamespace } from '../../worker/temporalNamespace.ts';
import { freePort, onFreePort } from './freePort.ts';
import { livingPid, removePidFile, writePidFile } from './pidFile.ts';
import { endProcess, signalProcess } from './runningProcess.ts';
import type { StateFolder } from './stateFolder.ts';
import { type FoundTemporal, findTemporal } from './temporalBinary.ts';
import { launchTemporal, type TemporalProcess } from './temporalLaunch.ts';

export interface TemporalOptions {
  /** An opened state folder. */
  folder: StateFolder;
  /** Gets one line for each thing done. */
  say: (line: string) => void;
  /** On a server that is not ours `dondoc-` is put before it. */
  namespace: string;
  /** Of the gRPC service on 127.0.0.1; the next free one where taken, 0 for any. */
  preferredPort: number;
  /** Of the web UI; default 1000 above the service's. The next free one where taken. */
  uiPort?: number;
  /** Without the web UI. */
  headless?: boolean;
  /** Default: workflows outlive the server, in a file of the state folder. */
  persistent?: boolean;
  /** How long closed workflows keep their history; default 30 days. */
  retentionDays?: number;
  searchAttributes?: Record<string, SearchAttributeType>;
  /** Default: looked for with `findTemporal` in this process's environment. */
  found?: FoundTemporal;
}

export interface RunningTemporal {
  /** `host:port` of the gRPC service. */
  address: string;
  namespace: string;
  /** Where there is a web UI of ours. */
  uiUrl?: string;
  /** Process id of the server, where we have started it. */
  pid?: number;
  /** Ends the server, where we have started it. */
  stop(): Promise<void>;
  /** For the last moment, when there is no time to close: sends the signal and does not wait. */
  kill(): void;
}

/** A server that is not ours to start does not answer. */
export class TemporalUnreachable extends Error {
  override readonly name = 'TemporalUnreachable';
}

/**
 * Brings up Temporal for dondoc: the one of `TEMPORAL_ADDRESS`, in a namespace of dondoc's own, or
 * a development server with its data in the state folder. The namespace and its search attributes
 * are there when this returns; they are looked at on every start, as the server's own options add
 * nothing to a database file that exists.
 *
 * @throws TemporalNotFound, TemporalUnreachable, ServerNotReady, NoFreePort, NamespaceUnfit.
 */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const { say, found = await findTemporal({ env: process.env, say }) } = options;
  return found.kind === 'address'
    ? useTemporal(found.address, options)
    : startOwnTemporal(found.path, options);
}

async function useTemporal(address: string, options: TemporalOptions): Promise<RunningTemporal> {
  const namespace = `dondoc-${options.namespace.replace(/^dondoc-/, '')}`;
  const connection = await Connection.connect({ address, connectTimeout: '5s' }).catch((cause) => {
    throw new TemporalUnreachable(
      `nothing answers as Temporal at ${address} (TEMPORAL_ADDRESS); start it, or unset TEMPORAL_ADDRESS to have one started`,
      { cause },
    );
  });
  await prepare(connection, namespace, options);
  options.say(`Temporal: ${address}, namespace ${namespace}`);
  return { address, namespace, stop: async () => undefined, kill: () => undefined };
}

async function startOwnTemporal(
  program: string,
  options: TemporalOptions,
): Promise<RunningTemporal> {
  const { folder, say, namespace, preferredPort, headless = false, persistent = true } = options;
  const pidFile = join(folder.path, 'temporal.pid');
  await endOrphan(pidFile, say);

  const database = join(folder.path, 'temporal');
  await mkdir(database, { recursive: true, mode: 0o700 });
  const launch = (port: number, uiPort?: number) =>
    launchTemporal({
      ...{ program, port, namespace },
      ...(uiPort === undefined ? {} : { uiPort }),
      ...(persistent ? { databaseFile: join(database, 'temporal.db') } : {}),
      logFile: join(folder.logs, 'temporal.log'),
      started: (pid) => writePidFile(pidFile, pid),
    });
  const server: TemporalProcess = await onFreePort(preferredPort, async (port) => {
    if (headless) return launch(port);
    // Of two ports the operating system chooses, the second must not be worked out from the first.
    const uiPort = options.uiPort ?? (preferredPort === 0 ? await freePort(0) : port + 1000);
    return onFreePort(uiPort, (free) => launch(port, free));
  });

  const stop = async () => {
    await endProcess(server.pid, STOP);
    await removePidFile(pidFile);
  };
  try {
    await prepare(await Connection.connect({ address: server.address }), namespace, options);
  } catch (error) {
    await stop();
    throw error;
  }
  const uiUrl = server.uiUrl === undefined ? {} : { uiUrl: server.uiUrl };
  say(`Temporal: ${server.address}${server.uiUrl ? `, web UI ${server.uiUrl}` : ''}`);
  const kill = () => signalProcess(server.pid, 'SIGKILL');
  return { address: server.address, namespace, ...uiUrl, pid: server.pid, stop, kill };
}

/** It hands its shards back within a second; killed, it replays them at the next start. */
const STOP: { signal: NodeJS.Signals; limitMs: number }[] = [
  { signal: 'SIGTERM', limitMs: 10_000 },
  { signal: 'SIGKILL', limitMs: 5_000 },
];

async function endOrphan(pidFile: string, say: (line: string) => void): Promise<void> {
  const pid = await livingPid(pidFile);
  if (pid !== undefined) {
    say(`Temporal: ending the one an earlier start left running (process ${pid})`);
    await endProcess(pid, STOP);
  }
  await removePidFile(pidFile);
}

async function prepare(
  connection: Connection,
  namespace: string,
  { retentionDays = 30, searchAttributes = {} }: TemporalOptions,
): Promise<void> {
  try {
    await ensureNamespace({ connection, namespace, retentionDays, searchAttributes });
  } finally {
    await connection.close();
  }
}
