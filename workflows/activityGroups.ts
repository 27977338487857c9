import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/createActivities.ts';
import { FAILURES } from '../contracts/failures.ts';

const permanent = Object.values(FAILURES);

/** Short transactions on the register: a failure is a lost connection, so they are tried again soon and for ever. */
export const record = proxyActivities<Activities['record']>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '500ms', maximumInterval: '30s', nonRetryableErrorTypes: permanent },
});

/**
 * A batch of obligations (250, or a twentieth of all where that is more) in chunks of ten, each chunk committed by
 * itself and skipped where it was done: a retry goes on where the last try ended. The heartbeat finds a killed worker
 * within ten seconds.
 */
export const ladder = proxyActivities<Activities['ladder']>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1s', maximumInterval: '30s', nonRetryableErrorTypes: permanent },
});

/** Decisions inside an Update: the caller waits, so they fail quickly where the record says no, and are retried otherwise. */
export const decide = proxyActivities<Activities['decide']>({
  startToCloseTimeout: '20 seconds',
  retry: {
    initialInterval: '200ms',
    maximumInterval: '5s',
    maximumAttempts: 6,
    nonRetryableErrorTypes: permanent,
  },
});

/** Starting other workflows through the client. */
export const starting = proxyActivities<Activities['starting']>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '500ms', maximumInterval: '30s', nonRetryableErrorTypes: permanent },
});

/** The rehearsal's roll-call: one small statement, local because it happens at every wait. */
export const rehearsalClock = proxyLocalActivities<Activities['rehearsalClock']>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100ms', maximumInterval: '2s' },
});
