import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { temporalProcessGateway } from '../../api/processGateway.ts';
import { SEARCH_ATTRIBUTES } from '../../contracts/messages.ts';
import { orderProcesses } from '../../db/notices/readStarts.ts';
import { enterRehearsal } from '../../dev/rehearsal/enterRehearsal.ts';
import { findTemporal } from '../../dev/stack/temporalBinary.ts';
import { type RunningTemporal, startTemporal } from '../../dev/stack/temporalServer.ts';
import { auditWorkflows } from '../../worker/audit/auditWorkflows.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { createWorker } from '../../worker/createWorker.ts';
import { restoreProcesses } from '../../worker/restoreProcesses.ts';
import { temporaryState } from '../dev/stack/temporaryState.ts';
import { ownRegister } from '../support/ownRegister.ts';
import { smallCommittee } from '../support/smallCommittee.ts';

// One notice on real servers, its clock standing in rehearsal; the chapters run in their order.

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
const NOTICE = 'lost-2020';
const state = await temporaryState();
const register = ownRegister();
let bundle: Awaited<ReturnType<typeof bundleWorkflows>>;
let running: Running;

/** Temporal with a worker of ours on it. */
interface Running {
  client: Client;
  stop(): Promise<void>;
}

async function bringUp(): Promise<Running> {
  const env = { ...process.env };
  delete env.TEMPORAL_ADDRESS;
  const say = () => {};
  const temporal: RunningTemporal = await startTemporal({
    ...{ folder: state, found: await findTemporal({ env, say }), preferredPort: 0, headless: true },
    ...{ namespace: 'test', searchAttributes: SEARCH_ATTRIBUTES, say },
  });
  const { address, namespace } = temporal;
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace });
  const deps = { pool: register.pool, client };
  const worker = await createWorker({ connection: native, namespace, bundle, deps });
  const ended = worker.run();
  return {
    client,
    async stop() {
      worker.shutdown();
      await ended;
      await native.close();
      await connection.close();
      await temporal.stop();
    },
  };
}

beforeAll(async () => {
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
  bundle = await bundleWorkflows();
  running = await bringUp();
});
afterAll(async () => {
  await running.stop();
  await state.remove();
});

/** Resolves once every workflow of the notice waits on the clock that stands, and so many do. */
const allWaiting = (n: number): Promise<string[]> =>
  vi.waitFor(
    async () => {
      const { rows } = await register.pool.query<{ workflow_id: string; quiet: boolean }>(
        `select workflow_id, woken = answered as quiet from clock_wait where notice_id = $1 order by 1`,
        [NOTICE],
      );
      expect(rows.every(({ quiet }) => quiet)).toBe(true);
      expect(rows).toHaveLength(n);
      return rows.map(({ workflow_id }) => workflow_id);
    },
    { timeout: 50_000, interval: 50 },
  );
const found = async (): Promise<Record<string, string[]>> => {
  const findings = await auditWorkflows({ pool: register.pool, client: running.client });
  return Object.fromEntries(findings.map(({ code, ids }) => [code, ids]));
};
const recorded = async () => {
  const { rows } = await register.pool.query<{ periods: number; obligations: number; log: number }>(
    `select (select count(*) from period) as periods, (select count(*) from obligation) as obligations,
       (select count(*) from log where action <> 'tested') as log`,
  );
  return rows[0];
};

test('what runs is what should run', async () => {
  const { now } = await enterRehearsal(register.pool, smallCommittee(NOTICE), 1);
  await orderProcesses(register.pool, NOTICE, ['reports'], now);
  const gateway = temporalProcessGateway({ client: running.client, pool: register.pool });
  await gateway.startProcesses(NOTICE, ['reports']);
  // the trial period opens at the start; the process waits for the next one
  const waiting = await allWaiting(4);
  expect(waiting).toEqual([
    NOTICE,
    `${NOTICE}/reports`,
    expect.stringMatching(/^lost-2020\/reports\/2020-/),
    `${NOTICE}/~round`,
  ]);
  expect(await found()).toEqual({});
});

test("after Temporal's data is lost everything is missing", async () => {
  await running.stop();
  await rm(join(state.path, 'temporal'), { recursive: true });
  running = await bringUp();
  const missing = (await found())['workflow-missing'];
  expect(missing).toHaveLength(4);
});

test('and is started again from the register alone, once, with nothing recorded twice', async () => {
  const before = await recorded();
  const deps = { pool: register.pool, client: running.client };
  const restored = await restoreProcesses(deps, NOTICE);
  expect(restored.started).toHaveLength(4);
  await allWaiting(4);
  expect(await restoreProcesses(deps)).toEqual({ started: [], running: restored.started });
  expect(await found()).toEqual({});
  expect(await recorded()).toEqual(before);
});

test('a process goes on after the last period that it had opened', async () => {
  const { rows } = await register.pool.query<{ input: string; keys: string[] }>(
    `select array_agg(key order by due_at) as keys from period where process_id = 'reports'`,
  );
  const history = await running.client.workflow.getHandle(`${NOTICE}/reports`).fetchHistory();
  const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  const input = JSON.parse(Buffer.from(started?.input?.payloads?.[0]?.data ?? []).toString());
  expect(input).toMatchObject({ processId: 'reports', after: rows[0]?.keys.at(-1) });
});

test('one that somebody has ended by hand is missed, and started again', async () => {
  await running.client.workflow.getHandle(`${NOTICE}/~round`).terminate('by hand');
  expect(await found()).toEqual({ 'workflow-missing': [`${NOTICE}/~round`] });
  const deps = { pool: register.pool, client: running.client };
  expect((await restoreProcesses(deps, NOTICE)).started).toEqual([`${NOTICE}/~round`]);
  await allWaiting(4);
  expect(await found()).toEqual({});
});

test('a notice that is not in the register is refused', async () => {
  await expect(
    restoreProcesses({ pool: register.pool, client: running.client }, 'unknown'),
  ).rejects.toThrow('there is no notice unknown');
});

test('what runs on for a period that was closed is left over', async () => {
  const { rows } = await register.pool.query<{ id: string }>(
    `update period set state = 'closed', closed_at = now() where state = 'open' returning id`,
  );
  const ids = rows.map(({ id }) => id);
  expect(await found()).toEqual({ 'workflow-left-over': ids });
  // about to be told: its wake-up waits in the outbox
  await register.pool.query(
    `insert into outbox (workflow_id, signal) select unnest($1::text[]), 'wake'`,
    [ids],
  );
  expect(await found()).toEqual({});
});
