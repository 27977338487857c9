import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { roundWorkflowId } from '../../../contracts/ids.ts';
import { findTemporal } from '../../../dev/stack/temporalBinary.ts';
import { type RunningTemporal, startTemporal } from '../../../dev/stack/temporalServer.ts';
import { auditWorkflows, type WorkflowLimits } from '../../../worker/audit/auditWorkflows.ts';
import { temporaryState } from '../../dev/stack/temporaryState.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { type Committee, openCommittee } from '../../support/register.ts';

// Workflows under the ids that the register asks for, sound and broken, on a real server.

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
const QUEUE = 'tests';
const NEVER: WorkflowLimits = { failedTasks: 1_000, failedAttempts: 1_000, taskWaitsMs: 600_000 };
const state = await temporaryState();
const register = ownRegister();
let committee: Committee;
let temporal: RunningTemporal;
let client: Client;
let stopWorker: () => Promise<void>;

beforeAll(async () => {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR', () => {}), // the bugs are the test's own
  });
  committee = await openCommittee(register.pool);
  const env = { ...process.env };
  delete env.TEMPORAL_ADDRESS;
  const say = () => {};
  temporal = await startTemporal({
    ...{ folder: state, found: await findTemporal({ env, say }), preferredPort: 0, headless: true },
    ...{ namespace: 'test', persistent: false, say },
  });
  const { address, namespace } = temporal;
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  client = new Client({ connection, namespace });
  const worker = await Worker.create({
    ...{ connection: native, namespace, taskQueue: QUEUE },
    workflowBundle: await bundleWorkflowCode({
      logger: new DefaultLogger('ERROR'),
      workflowsPath: fileURLToPath(new URL('../support/brokenWorkflows.ts', import.meta.url)),
    }),
    activities: {
      fails: async () => {
        throw new RangeError('of Name of p-ana, ana@example.test');
      },
    },
  });
  const ended = worker.run();
  stopWorker = async () => {
    worker.shutdown();
    await ended;
    await native.close();
  };
  const round = roundWorkflowId(committee.id);
  for (const id of [committee.id, round, `${committee.id}/reports`, committee.period]) {
    await start('waits', id);
  }
});
afterAll(async () => {
  await stopWorker();
  await client.connection.close();
  await temporal.stop();
  await state.remove();
});

const start = (type: string, workflowId: string, taskQueue = QUEUE) =>
  client.workflow.start(type, { workflowId, taskQueue });
/** Puts another workflow in the place of the one under this id. */
async function replace(workflowId: string, type: string, taskQueue?: string): Promise<void> {
  await client.workflow.getHandle(workflowId).terminate();
  await start(type, workflowId, taskQueue);
}
async function found(limits: Partial<WorkflowLimits> = {}): Promise<Record<string, string[]>> {
  const findings = await auditWorkflows({ pool: register.pool, client }, { ...NEVER, ...limits });
  return Object.fromEntries(findings.map(({ code, ids }) => [code, ids]));
}
const soon = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 50_000, interval: 100 });

test('what waits for time or for a wake-up is sound', async () => {
  await soon(async () => expect(await found({ failedTasks: 2, failedAttempts: 1 })).toEqual({}));
});

test('a workflow whose task fails again and again looks as if it ran, and is found', async () => {
  await replace(committee.period, 'hasABug');
  await soon(async () =>
    expect(await found({ failedTasks: 2 })).toEqual({
      'workflow-stands-still': [committee.period],
    }),
  );
  const { status } = await client.workflow.getHandle(committee.period).describe();
  expect(status.name).toBe('RUNNING');
  expect(await found()).toEqual({}); // not after one failure that may pass
  await replace(committee.period, 'waits');
});

test('a workflow that no worker takes up', async () => {
  await replace(committee.period, 'waits', 'a queue that nobody serves');
  await soon(async () =>
    expect(await found({ taskWaitsMs: 100 })).toEqual({
      'workflow-stands-still': [committee.period],
    }),
  );
  expect(await found({ taskWaitsMs: 60_000 })).toEqual({});
  await replace(committee.period, 'waits');
});

test('an activity that is tried too often, with the kind of its last failure and not its text', async () => {
  await replace(committee.period, 'callsWhatFails');
  await soon(async () =>
    expect(await found({ failedAttempts: 3 })).toEqual({
      'activity-keeps-failing': [`${committee.period} fails RangeError`],
    }),
  );
  expect(await found()).toEqual({});
  await replace(committee.period, 'waits');
});

test('a Temporal that cannot be reached is itself what is found', async () => {
  const lost = new Client({
    connection: Connection.lazy({ address: '127.0.0.1:1' }),
    namespace: 'test',
  });
  const findings = await lost.withDeadline(Date.now() + 3_000, () =>
    auditWorkflows({ pool: register.pool, client: lost }),
  );
  expect(findings).toEqual([
    { code: 'temporal-unreachable', notice: null, ids: ['temporal'], n: 1 },
  ]);
});
