import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { onTestFinished } from 'vitest';
import { type Activities, createActivities } from '../../../activities/createActivities.ts';
import { nameFailures } from '../../../activities/nameFailures.ts';
import { SEARCH_ATTRIBUTES, TASK_QUEUE } from '../../../contracts/messages.ts';
import { findTestServer } from '../../../dev/stack/timeSkippingServer.ts';
import { bundleWorkflows } from '../../../worker/bundle.ts';
import { startSkippingServer } from '../../support/startSkippingServer.ts';

/** Fakes of some of the activities, in their groups and typed from the real ones. */
export type Fakes = { [Group in keyof Activities]?: Partial<Activities[Group]> };

/** Lets a workflow end that may still be under way. */
export type LetGo = (handle: WorkflowHandle) => Promise<void> | void;

/** Temporal on a clock that skips: one for a test file, whose tests then share its time and run one after another. */
export interface SkippingServer {
  /** The server's present instant. */
  now(): Promise<number>;
  /** Lets so much of the server's time pass; what falls due in it happens. */
  sleep(ms: number): Promise<void>;
  /**
   * Starts a workflow. With the test it ends: `letGo` has to bring about that it comes to its own end, since one that
   * is terminated with an activity in hand stops the skipping of time for good.
   */
  start(type: string, input: object, fakes: Fakes, letGo: LetGo): Promise<WorkflowHandle>;
  /** Stops the worker and runs another one. */
  changeWorker(): Promise<void>;
  close(): Promise<void>;
}

/** Brings the server up, with the search attributes that the workflows set, and one worker on the bundled workflows. */
export async function openSkippingServer(): Promise<SkippingServer> {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: QUIET } });
  const path = await findTestServer({ env: process.env, say: () => {} });
  const environment = await startSkippingServer(path);
  const workflowBundle = await bundleWorkflows();
  const { connection, nativeConnection, client, namespace = 'default' } = environment;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(Object.keys(SEARCH_ATTRIBUTES).map((a) => [a, KEYWORD])),
  });

  let fakes: Fakes = {};
  const runWorker = async (): Promise<() => Promise<void>> => {
    const worker = await Worker.create({
      connection: nativeConnection,
      namespace,
      taskQueue: TASK_QUEUE,
      workflowBundle,
      activities: standIns(() => fakes),
      maxCachedWorkflows: 0, // what a stopped worker has cached would never reach the next one
    });
    const running = worker.run();
    return async () => {
      worker.shutdown();
      await running;
    };
  };
  let stopWorker = await runWorker();

  return {
    now: () => environment.currentTimeMs(),
    sleep: (ms) => environment.sleep(ms),
    async start(type, input, given, letGo) {
      fakes = given;
      const workflowId = randomUUID();
      const handle = await client.workflow.start(type, {
        workflowId,
        taskQueue: TASK_QUEUE,
        args: [input],
      });
      onTestFinished(async () => {
        const { status } = await handle.describe();
        if (status.name === 'RUNNING') await letGo(handle);
        await handle.result().catch(() => undefined); // how it ends is the test's to say, not ours
      });
      return handle;
    },
    async changeWorker() {
      await stopWorker();
      stopWorker = await runWorker();
    },
    async close() {
      await stopWorker();
      await environment.teardown();
    },
  };
}

/** Of `temporal.api.enums.v1.IndexedValueType`. */
const KEYWORD = 2;

/** What a retried failure says is what a test is about; only errors of the SDK itself are shown. */
const QUIET = { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } as const;

/** Activities of every name, each handed on to the fakes of the test that runs now. */
function standIns(current: () => Fakes): Record<string, (input: unknown) => Promise<unknown>> {
  const nothing = {} as never; // their names are all that is wanted of the real ones
  const names = Object.values(createActivities({ pool: nothing, client: nothing })).flatMap(
    (group) => Object.keys(group),
  );
  const fakeOf = (name: string) => {
    const group = Object.values(current()).find((each) => name in each) ?? {};
    const fake = (group as Record<string, (input: unknown) => Promise<unknown>>)[name];
    if (!fake) throw new Error(`the workflow called ${name}, which this test does not expect`);
    return fake;
  };
  // a permanent failure of a fake reaches the workflow as one of the real activities does
  return nameFailures(
    Object.fromEntries(names.map((name) => [name, async (input: unknown) => fakeOf(name)(input)])),
  );
}
