import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterEach, expect, test, vi } from 'vitest';
import { startPostgres } from '../../../dev/stack/postgres.ts';
import { lookAtProcess, waitUntilGone } from '../../../dev/stack/runningProcess.ts';
import { openStateFolder } from '../../../dev/stack/stateFolder.ts';
import { findTemporal } from '../../../dev/stack/temporalBinary.ts';
import { startTemporal } from '../../../dev/stack/temporalServer.ts';
import { temporaryFolder } from './temporaryState.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Started {
  child: ChildProcess;
  /** Of its process group, as a terminal would name it. */
  group: number;
  lines: string[];
  output: Interface;
  servers: number[];
}

const toEnd: number[] = [];

/** Starts the program in a group of its own, as a shell does, and waits until its servers run. */
async function startProgram(folder: string, worker = ''): Promise<Started> {
  const script = join(import.meta.dirname, 'startAndWait.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, worker], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.pid === undefined) throw new Error('the program has not started');
  toEnd.push(child.pid);
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  const ready = await untilLine(output, 'ready ');
  const servers: number[] = JSON.parse(ready.slice('ready '.length));
  toEnd.push(...servers);
  lines.length = 0;
  return { child, group: -child.pid, lines, output, servers };
}

function untilLine(output: Interface, beginning: string): Promise<string> {
  return new Promise((resolve, reject) => {
    output.on('line', (line) => line.startsWith(beginning) && resolve(line));
    output.once('close', () => reject(new Error(`it ended without a line "${beginning}"`)));
  });
}

afterEach(async () => {
  for (const pid of toEnd.splice(0)) if (await lookAtProcess(pid)) process.kill(pid, 'SIGKILL');
});

test('Ctrl-C stops the worker while its database still answers, then the servers', async () => {
  const { child, group, lines, servers } = await startProgram(join(await temporaryFolder(), 's'));
  process.kill(group, 'SIGINT');
  const [code] = await once(child, 'close');
  expect(lines).toEqual([
    'Stopping; Ctrl-C again to stop at once',
    'The worker has handed back its work',
    'Stopped the worker',
    'Stopped Temporal',
    'Stopped PostgreSQL',
    'Stopped the folder',
  ]);
  expect(code).toBe(0);
  expect(await Promise.all(servers.map(lookAtProcess))).toEqual([undefined, undefined]);
});

test('a second Ctrl-C leaves at once, and no server stays behind', async () => {
  const folder = join(await temporaryFolder(), 's');
  const { child, group, output, servers } = await startProgram(folder, 'hang');
  const stopping = untilLine(output, 'Stopping;');
  process.kill(group, 'SIGINT');
  await stopping;
  process.kill(group, 'SIGINT');
  const [code] = await once(child, 'close');
  expect(code).toBe(130);
  const gone = await Promise.all(servers.map((pid) => waitUntilGone(pid, 10_000)));
  expect(gone).toEqual([true, true]);
});

test('a program that ends without stopping its servers leaves none of them behind', async () => {
  const { servers } = await startProgram(join(await temporaryFolder(), 's'), 'leave');
  const gone = await Promise.all(servers.map((pid) => waitUntilGone(pid, 10_000)));
  expect(gone).toEqual([true, true]);
});

test('after a kill -9 the next start takes over the folder and ends the servers left', async () => {
  const path = join(await temporaryFolder(), 's');
  const { child, servers } = await startProgram(path);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect((await Promise.all(servers.map(lookAtProcess))).every(Boolean), 'they run on').toBe(true);

  const folder = await openStateFolder(path);
  const own = { ...process.env };
  delete own.TEMPORAL_ADDRESS;
  const options = { folder, preferredPort: 0, say: () => undefined };
  const found = await findTemporal({ env: own, say: options.say });
  const postgres = await startPostgres({ ...options, durable: false });
  const temporal = await startTemporal({ ...options, found, namespace: 'test', headless: true });
  expect(await Promise.all(servers.map(lookAtProcess))).toEqual([undefined, undefined]);
  await temporal.stop();
  await postgres.stop();
  await folder.release();
});
