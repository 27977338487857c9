import { ApplicationFailure } from '@temporalio/common';
import { PermanentFailure } from '../contracts/failures.ts';

/**
 * Activities whose permanent failures reach Temporal under their own names and are not tried again. Left to itself the
 * SDK names a failure after its class, and then no retry policy and no caller would know a Conflict as one. Every other
 * throw stays as it is and is retried.
 */
export function nameFailures<Group extends Record<string, (input: never) => Promise<unknown>>>(
  group: Group,
): Group {
  const named = Object.entries(group).map(([name, act]) => [
    name,
    (input: never) => act(input).catch(rethrowNamed),
  ]);
  return Object.fromEntries(named) as Group;
}

function rethrowNamed(error: unknown): never {
  if (!(error instanceof PermanentFailure)) throw error;
  throw ApplicationFailure.create({
    message: error.message,
    type: error.failure,
    nonRetryable: true,
    cause: error,
  });
}
