import {
  ApplicationFailure,
  patched,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { Activities } from '../activities/createActivities.ts';
import { FAILURES } from '../contracts/failures.ts';

const permanent = Object.values(FAILURES);

type RecordActivities = Activities['record'];

/** A failure is a lost connection, so they are tried again soon and for ever, without a trace in the history. */
const recordByQueue = proxyActivities<RecordActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '500ms', maximumInterval: '30s', nonRetryableErrorTypes: permanent },
});

/** In the worker that has the workflow in hand: no queue, a third of the round trips, one event in place of three. */
const recordAtOnce = proxyLocalActivities<RecordActivities>({
  startToCloseTimeout: '1 minute',
  retry: {
    initialInterval: '200ms',
    maximumInterval: '1s',
    maximumAttempts: 3,
    nonRetryableErrorTypes: permanent,
  },
});

/**
 * Short transactions on the register. They run in the worker itself; where the register cannot be reached for seconds
 * the queue takes over, since a local activity that is tried for hours would fill the history.
 */
export const record: RecordActivities = {
  nextPeriod: (input) => soon('nextPeriod', input),
  openPeriod: (input) => soon('openPeriod', input),
  readAgenda: (input) => soon('readAgenda', input),
  finishStep: (input) => soon('finishStep', input),
  finishProcess: (input) => soon('finishProcess', input),
  readNoticeState: (input) => soon('readNoticeState', input),
  carryOutHandOvers: (input) => soon('carryOutHandOvers', input),
  nextRound: (input) => soon('nextRound', input),
};

async function soon<Name extends keyof RecordActivities>(
  name: Name,
  input: Parameters<RecordActivities[Name]>[0],
): Promise<Awaited<ReturnType<RecordActivities[Name]>>> {
  type Act = (given: typeof input) => Promise<Awaited<ReturnType<RecordActivities[Name]>>>;
  const byQueue = recordByQueue[name] as unknown as Act;
  if (!patched('record-at-once')) return byQueue(input);
  try {
    return await (recordAtOnce[name] as unknown as Act)(input);
  } catch (error) {
    if (isPermanent(error)) throw error;
    return byQueue(input);
  }
}

/** What a local activity threw for good reaches its workflow as it is, not wrapped as from the queue. */
const isPermanent = (error: unknown): boolean =>
  error instanceof ApplicationFailure && permanent.some((name) => name === error.type);

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
