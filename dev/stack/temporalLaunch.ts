import { readFile, stat } from 'node:fs/promises';
import { Connection } from '@temporalio/client';
import { spawnDetached } from './detachedChild.ts';
import { endProcess } from './runningProcess.ts';
import { waitUntilReady } from './waitUntilReady.ts';

export interface TemporalLaunch {
  /** Temporal's command line. */
  program: string;
  port: number;
  /** Made by the server itself where it is missing: usable a second sooner than one made later. */
  namespace: string;
  /** Without: no web UI. */
  uiPort?: number;
  /** Without: in memory. */
  databaseFile?: string;
  logFile: string;
  /** Told the process id before the server is ready, so that it can be found again. */
  started: (pid: number) => Promise<void>;
}

export interface TemporalProcess {
  pid: number;
  address: string;
  uiUrl?: string;
}

/** A server that lost its port to another has ended long before. */
const SURELY_OURS_MS = 5_000;

/**
 * Starts Temporal's development server on 127.0.0.1 and waits until it answers.
 *
 * @throws ServerNotReady where it ends or does not answer within 60 s.
 */
export async function launchTemporal(launch: TemporalLaunch): Promise<TemporalProcess> {
  const { program, port, uiPort, logFile, started } = launch;
  const printedBefore = await size(logFile);
  const child = await spawnDetached({
    command: program,
    args: serverArguments(launch),
    env: withoutTemporalSettings(process.env),
    logFile,
    lastSignal: 'SIGTERM',
  });
  try {
    await started(child.pid);
    const since = Date.now();
    const address = `127.0.0.1:${port}`;
    const ask = async () => {
      // Whatever answers on the port need not be our child: it says itself when it listens.
      const printed = (await readFile(logFile)).subarray(printedBefore).toString();
      const ours = /Server:\s+\S+:\d+/.test(printed) || Date.now() - since > SURELY_OURS_MS;
      return ours ? tryToConnect(address) : 'it is still starting';
    };
    await waitUntilReady({ server: 'Temporal', child, logFile, limitMs: 60_000, ask });
    const ui = uiPort === undefined ? {} : { uiUrl: `http://127.0.0.1:${uiPort}` };
    return { pid: child.pid, address, ...ui };
  } catch (error) {
    await endProcess(child.pid, [{ signal: 'SIGKILL', limitMs: 5_000 }]);
    throw error;
  }
}

function serverArguments({ port, namespace, uiPort, databaseFile }: TemporalLaunch): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
    ...['--namespace', namespace],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
    ...(databaseFile === undefined ? [] : inFile(databaseFile)),
    ...['--log-level', 'warn', '--color', 'never'],
  ];
}

/** The pragmas make it twice as fast, safe against a killed process if not against a power cut. */
function inFile(databaseFile: string): string[] {
  return [
    ...['--db-filename', databaseFile],
    ...['--sqlite-pragma', 'journal_mode=WAL'],
    ...['--sqlite-pragma', 'synchronous=NORMAL'],
  ];
}

/** The command line reads TEMPORAL_* as options of its own; what a user set there is for clients. */
function withoutTemporalSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

async function tryToConnect(address: string): Promise<string | undefined> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: '5s' });
    await connection.close();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function size(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
