import {
  type NativeConnection,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { type ActivityDeps, createActivities } from '../activities/createActivities.ts';
import { TASK_QUEUE } from '../contracts/messages.ts';

export interface WorkerPlace {
  connection: NativeConnection;
  namespace: string;
  bundle: WorkflowBundleWithSourceMap;
  deps: ActivityDeps;
}

/** A Temporal worker for all of dondoc's workflows and activities. More of them, anywhere, share the work through the task queue. */
export function createWorker({
  connection,
  namespace,
  bundle,
  deps,
}: WorkerPlace): Promise<Worker> {
  const groups = createActivities(deps);
  return Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: bundle,
    activities: Object.assign({}, ...Object.values(groups)),
    maxConcurrentActivityTaskExecutions: 20, // the pool's connections: more would only wait for them
    maxCachedWorkflows: 500,
    shutdownGraceTime: '10 seconds', // by default none, and a batch would be cut in the middle
  });
}
