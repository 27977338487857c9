import { Client, Connection } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { lookAtProcess, waitUntilGone } from '../../../dev/stack/runningProcess.ts';
import { findTemporal } from '../../../dev/stack/temporalBinary.ts';
import {
  type RunningTemporal,
  startTemporal,
  type TemporalOptions,
  TemporalUnreachable,
} from '../../../dev/stack/temporalServer.ts';
import { ServerNotReady } from '../../../dev/stack/waitUntilReady.ts';
import { ensureNamespace, NamespaceUnfit } from '../../../worker/temporalNamespace.ts';
import { temporaryState } from './temporaryState.ts';

// Where nothing is cached yet the server is built first.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const state = await temporaryState();
const own = { ...process.env };
delete own.TEMPORAL_ADDRESS;
const found = await findTemporal({ env: own, say: console.log });
const searchAttributes = { dondocNotice: 'KEYWORD', dondocDue: 'DATETIME' } as const;
const notice = defineSearchAttributeKey('dondocNotice', 'KEYWORD');

const running: RunningTemporal[] = [];
const open: Connection[] = [];
let lines: string[] = [];

async function start(options: Partial<TemporalOptions> = {}): Promise<RunningTemporal> {
  lines = [];
  const temporal = await startTemporal({
    ...{ folder: state, found, preferredPort: 0, headless: true, searchAttributes },
    ...{ namespace: 'test', say: (line: string) => lines.push(line) },
    ...options,
  });
  running.push(temporal);
  return temporal;
}

async function connectionTo({ address }: RunningTemporal): Promise<Connection> {
  const connection = await Connection.connect({ address });
  open.push(connection);
  return connection;
}

async function connect(temporal: RunningTemporal): Promise<Client> {
  return new Client({ connection: await connectionTo(temporal), namespace: temporal.namespace });
}

/** Starts a workflow that nobody works on: enough to see what the server keeps. */
function startWorkflow(client: Client, workflowId: string) {
  const typedSearchAttributes = new TypedSearchAttributes([{ key: notice, value: 'a-notice' }]);
  return client.workflow.start('x', { taskQueue: 'none', workflowId, typedSearchAttributes });
}

async function kill({ pid }: RunningTemporal): Promise<void> {
  if (pid === undefined) throw new Error('not a server of ours');
  process.kill(pid, 'SIGKILL');
  expect(await waitUntilGone(pid, 10_000)).toBe(true);
}

afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close();
  for (const temporal of running.splice(0)) await temporal.stop();
});
afterAll(() => state.remove());

test('keeps its workflows from one start to the next, also where it was killed', async () => {
  const first = await start();
  await startWorkflow(await connect(first), 'kept');
  await first.stop();
  expect(await lookAtProcess(first.pid ?? 0)).toBeUndefined();

  const second = await start();
  const client = await connect(second);
  expect((await client.workflow.getHandle('kept').describe()).status.name).toBe('RUNNING');
  await startWorkflow(client, 'kept-too');
  await kill(second);

  const third = await connect(await start());
  expect((await third.workflow.getHandle('kept').describe()).status.name).toBe('RUNNING');
  expect((await third.workflow.getHandle('kept-too').describe()).status.name).toBe('RUNNING');
});

test('ends the server that a killed start left running', async () => {
  const orphan = await start();
  await start();
  expect(lines[0]).toContain(`left running (process ${orphan.pid})`);
  expect(await lookAtProcess(orphan.pid ?? 0)).toBeUndefined();
});

test('in memory, forgets its workflows; serves its web UI where asked', async () => {
  const first = await start({ persistent: false, headless: false });
  await startWorkflow(await connect(first), 'forgotten');
  expect((await fetch(`${first.uiUrl}`)).status).toBe(200);
  await first.stop();
  const second = await connect(await start({ persistent: false }));
  await expect(second.workflow.getHandle('forgotten').describe()).rejects.toThrow(/not found/);
});

test('takes the next ports where the preferred ones are taken', async () => {
  const first = await start({ persistent: false, headless: false });
  const other = await temporaryState();
  const port = (url: string | undefined) => Number(url?.split(':').at(-1));
  const second = await start({
    ...{ folder: other, persistent: false, headless: false },
    ...{ preferredPort: port(first.address), uiPort: port(first.uiUrl) },
  });
  expect(port(second.address)).toBeGreaterThan(port(first.address));
  expect(port(second.uiUrl)).toBeGreaterThan(port(first.uiUrl));
  await second.stop();
  await other.remove();
});

test('given an address, uses a namespace of its own there and leaves the server running', async () => {
  const server = await start({ persistent: false });
  const address = { kind: 'address', address: server.address } as const;
  const used = await start({ found: address });
  expect(used).toMatchObject({ address: server.address, namespace: 'dondoc-test' });
  await startWorkflow(await connect(used), 'in-its-own-namespace');
  await used.stop();
  const elsewhere = (await connect(server)).workflow.getHandle('in-its-own-namespace');
  await expect(elsewhere.describe()).rejects.toThrow(/not found/);
});

test('says so where nothing answers at the address given', async () => {
  const started = start({ found: { kind: 'address', address: '127.0.0.1:1' } });
  await expect(started).rejects.toThrow(TemporalUnreachable);
  await expect(started).rejects.toThrow('127.0.0.1:1 (TEMPORAL_ADDRESS)');
});

test('shows the end of the log where the server does not come up', async () => {
  const started = start({ found: { kind: 'program', path: '/bin/false' } });
  await expect(started).rejects.toThrow(ServerNotReady);
  await expect(started).rejects.toThrow('Temporal ended with code 1');
});

test('a namespace is made once, gets what it lacks, and is usable at once', async () => {
  const connection = await connectionTo(await start({ persistent: false }));
  const options = { connection, namespace: 'second', retentionDays: 3, searchAttributes };
  await ensureNamespace(options);
  await startWorkflow(new Client({ connection, namespace: 'second' }), 'at-once');

  const more = { ...searchAttributes, dondocDirective: 'KEYWORD_LIST' } as const;
  await ensureNamespace({ ...options, retentionDays: 30, searchAttributes: more });
  await ensureNamespace({ ...options, retentionDays: 1 });
  const { customAttributes } = await connection.operatorService.listSearchAttributes({
    namespace: 'second',
  });
  expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(Object.keys(more)));
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'second' });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
});

test('a search attribute with another type is refused by name', async () => {
  const connection = await connectionTo(await start({ persistent: false }));
  const wanted = { dondocNotice: 'INT' } as const;
  const options = { connection, namespace: 'test', retentionDays: 3, searchAttributes: wanted };
  await expect(ensureNamespace(options)).rejects.toThrow(NamespaceUnfit);
  await expect(ensureNamespace(options)).rejects.toThrow(/dondocNotice .* instead of INT/);
});
