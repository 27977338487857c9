import { activityInfo, heartbeat } from '@temporalio/activity';

/** Tells the server that a batch is still under way; an activity taken at once is the workflow's own worker, and needs none. */
export function signOfLife(): void {
  if (!activityInfo().isLocal) heartbeat();
}
