import { type ClockWait, enterWait, leaveRollCall } from '../db/clock/rollCall.ts';
import type { ActivityDeps } from './createActivities.ts';

/** The roll-call of a rehearsal's workflows. */
export const createRehearsalClockActivities = ({ pool }: Pick<ActivityDeps, 'pool'>) => ({
  waitFor: (wait: ClockWait): Promise<void> => enterWait(pool, wait),
  leave: ({ workflowId }: { workflowId: string }): Promise<void> => leaveRollCall(pool, workflowId),
});
