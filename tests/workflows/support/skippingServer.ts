import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { onTestFinished } from 'vitest';
import type { Activities } from '../../../activities/createActivities.ts';
import { SEARCH_ATTRIBUTES } from '../../../contracts/messages.ts';
import { findTestServer } from '../../../dev/stack/timeSkippingServer.ts';
import { bundleWorkflows } from '../../../worker/bundle.ts';

/** Fakes of some of the activities, in their groups and typed from the real ones. */
export type Fakes = { [Group in keyof Activities]?: Partial<Activities[Group]> };

/** Temporal on a clock that skips: one for a test file, whose tests then share its time and run one after another. */
export interface SkippingServer {
  /** The server's present instant. */
  now(): Promise<number>;
  /** Lets so much of the server's time pass; what falls due in it happens. */
  sleep(ms: number): Promise<void>;
  /** Starts a workflow on a worker of its own, both ended with the test. */
  start(type: string, input: object, fakes: Fakes): Promise<WorkflowHandle>;
  /** Another worker for what `start` started last, after the first one was stopped. */
  changeWorker(fakes: Fakes): Promise<void>;
  close(): Promise<void>;
}

/** Brings the server up, with the search attributes that the workflows set, and bundles the workflows once. */
export async function openSkippingServer(): Promise<SkippingServer> {
  Runtime.install({ logger: new DefaultLogger('ERROR') }); // a retried failure is what a test is about, not news
  const path = await findTestServer({ env: process.env, say: console.log });
  const [environment, bundle] = await Promise.all([
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path } },
    }),
    bundleWorkflows(),
  ]);
  const KEYWORD = 2; // temporal.api.enums.v1.IndexedValueType
  await environment.connection.operatorService.addSearchAttributes({
    namespace: environment.namespace ?? 'default',
    searchAttributes: Object.fromEntries(
      Object.keys(SEARCH_ATTRIBUTES).map((name) => [name, KEYWORD]),
    ),
  });
  let taskQueue = '';
  let stopWorker: () => Promise<void> = async () => {};

  async function runWorker(fakes: Fakes): Promise<void> {
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      namespace: environment.namespace ?? 'default',
      taskQueue,
      workflowBundle: bundle,
      activities: Object.assign({}, ...Object.values(fakes)),
      maxCachedWorkflows: 0, // what a stopped worker has cached would never reach the next one
    });
    const running = worker.run();
    stopWorker = async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
    };
  }

  return {
    now: () => environment.currentTimeMs(),
    sleep: (ms) => environment.sleep(ms),
    async start(type, input, fakes) {
      taskQueue = randomUUID();
      await runWorker(fakes);
      const handle = await environment.client.workflow.start(type, {
        workflowId: `w-${taskQueue}`,
        taskQueue,
        args: [input],
      });
      onTestFinished(async () => {
        // one that still waited would hold up the time of the tests that follow
        await handle.terminate().catch(() => undefined);
        await stopWorker();
      });
      return handle;
    },
    async changeWorker(fakes) {
      await stopWorker();
      await runWorker(fakes);
    },
    close: () => environment.teardown(),
  };
}
