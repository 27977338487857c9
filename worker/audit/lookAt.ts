import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';

/** A workflow as Temporal describes it. */
export interface WorkflowSeen {
  workflowId: string;
  runs: boolean;
  /** Nothing of it is under way: it waits for time or for a wake-up. */
  isIdle: boolean;
  /** The workflow task that waits or is tried again; a bug in the code shows here, while the workflow "runs". */
  task: { attempt: number; waitsMs: number } | null;
  /** Activities under way, with the kind of their last failure: its type, never its text. */
  activities: { type: string; attempt: number; failure: string }[];
}

/** Looks at the newest run of a workflow. */
export async function lookAt(client: Client, workflowId: string): Promise<WorkflowSeen> {
  const description = await describe(client, workflowId);
  if (description === null) {
    return { workflowId, runs: false, isIdle: false, task: null, activities: [] };
  }
  const { pendingWorkflowTask: task, pendingActivities: activities } = description.raw;
  const since = task?.originalScheduledTime ?? task?.scheduledTime;
  return {
    workflowId,
    runs: description.status.name === 'RUNNING',
    isIdle: !task && (activities ?? []).length === 0,
    task: task
      ? { attempt: task.attempt ?? 1, waitsMs: since ? Date.now() - tsToMs(since) : 0 }
      : null,
    activities: (activities ?? []).map(({ activityType, attempt, lastFailure }) => ({
      type: activityType?.name ?? 'unknown',
      attempt: attempt ?? 1,
      failure: kindOf(lastFailure),
    })),
  };
}

async function describe(client: Client, workflowId: string) {
  try {
    return await client.workflow.getHandle(workflowId).describe();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

type Failure = NonNullable<
  NonNullable<
    Awaited<
      ReturnType<ReturnType<Client['workflow']['getHandle']>['describe']>
    >['raw']['pendingActivities']
  >[number]['lastFailure']
>;

function kindOf(failure: Failure | null | undefined): string {
  if (failure?.applicationFailureInfo) return failure.applicationFailureInfo.type || 'Error';
  if (failure?.timeoutFailureInfo) return 'timed-out';
  return 'unknown';
}
