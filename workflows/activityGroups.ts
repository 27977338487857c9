import {
  ApplicationFailure,
  patched,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { Activities } from '../activities/createActivities.ts';
import { FAILURES } from '../contracts/failures.ts';

const permanent = Object.values(FAILURES);

/**
 * In the worker that has the workflow in hand: no queue, a third of the round trips, one event in place of three. Few
 * tries: a local activity that is tried for hours would fill the history.
 */
const AT_ONCE = {
  startToCloseTimeout: '1 minute',
  retry: {
    initialInterval: '200ms',
    maximumInterval: '1s',
    maximumAttempts: 3,
    nonRetryableErrorTypes: permanent,
  },
} as const;

type Act = (input: unknown) => Promise<unknown>;

/** Activities that are tried at once, and by the queue where that failed; `patch` names the change in the histories. */
function atOnceFirst<Group extends object, Name extends keyof Group & string>(
  atOnce: Group,
  byQueue: Group,
  patch: string,
  names: readonly Name[],
): Pick<Group, Name> {
  const acts = names.map((name): [string, Act] => {
    const [soon, surely] = [atOnce[name] as Act, byQueue[name] as Act];
    return [
      name,
      async (input) => {
        if (!patched(patch)) return surely(input);
        try {
          return await soon(input);
        } catch (error) {
          if (isPermanent(error)) throw error;
          return surely(input);
        }
      },
    ];
  });
  return Object.fromEntries(acts) as Pick<Group, Name>;
}

/** What a local activity threw for good reaches its workflow as it is, not wrapped as from the queue. */
const isPermanent = (error: unknown): boolean =>
  error instanceof ApplicationFailure && permanent.some((name) => name === error.type);

const recordByQueue = proxyActivities<Activities['record']>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '500ms', maximumInterval: '30s', nonRetryableErrorTypes: permanent },
});
const recordAtOnce = proxyLocalActivities<Activities['record']>(AT_ONCE);

/** Short transactions on the register. A failure is a lost connection, so the queue tries them again for ever. */
export const record = atOnceFirst(recordAtOnce, recordByQueue, 'record-at-once', [
  'nextPeriod',
  'openPeriod',
  'readAgenda',
  'finishStep',
  'finishProcess',
  'readNoticeState',
  'nextRound',
  'carryOutHandOvers',
]);

/**
 * A batch of obligations (250, or a twentieth of all where that is more) in chunks of fifty, each chunk committed by
 * itself and skipped where it was done: a retry goes on where the last try ended. The heartbeat finds a killed worker
 * within ten seconds.
 */
export const ladder = proxyActivities<Activities['ladder']>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1s', maximumInterval: '30s', nonRetryableErrorTypes: permanent },
});

/** The same steps where few are at them: a transaction or two, taken at once. */
export const ladderOfFew = atOnceFirst(
  proxyLocalActivities<Activities['ladder']>(AT_ONCE),
  ladder,
  'steps-of-few-at-once',
  [
    'draftDigest',
    'sendPrompts',
    'sendReminders',
    'fallDue',
    'sendOverdueNotices',
    'lock',
    'climb',
    'requestRelease',
    'closePeriod',
  ],
);

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
