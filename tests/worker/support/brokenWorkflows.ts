import { condition, proxyActivities } from '@temporalio/workflow';

const { fails } = proxyActivities<{ fails(): Promise<void> }>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '10ms', backoffCoefficient: 1 },
});

/** A bug: not a failure of the workflow, so its task fails, is tried again, and it "runs" for ever. */
export async function hasABug(): Promise<void> {
  throw new TypeError('a bug in the code');
}

/** Waits for an activity that never succeeds. */
export const callsWhatFails = (): Promise<void> => fails();

/** In order. */
export const waits = (): Promise<void> => condition(() => false);
