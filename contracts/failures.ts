import type { z } from 'zod';

/**
 * The permanent failures: each says who throws it and what follows. Everything else is a plain throw and is retried.
 * The names are what Temporal sees as an ApplicationFailure's type and what the API answers as a problem's type.
 */
export const FAILURES = {
  /** Thrown where an id names nothing. API: 404. Workflow: the process fails, since retrying cannot make it exist. */
  notFound: 'NotFound',
  /** Thrown by a decision's transaction when the record has moved on (a race lost). API: 409. Nothing is changed. */
  conflict: 'Conflict',
  /** Thrown where the actor lacks the right, whatever the state. API: 403. */
  notAllowed: 'NotAllowed',
  /** Thrown where what was asked makes no sense (a due time before now, an empty reason). API: 422. */
  invalid: 'Invalid',
} as const;
export type FailureName = (typeof FAILURES)[keyof typeof FAILURES];

/** A permanent failure. `pointer` names the field of the request at fault, as a JSON pointer. */
export class PermanentFailure extends Error {
  readonly failure: FailureName;
  readonly pointer: string | undefined;
  constructor(failure: FailureName, message: string, pointer?: string) {
    super(message);
    this.name = failure;
    this.failure = failure;
    this.pointer = pointer;
  }
}

/** The first issue of a zod error as a permanent failure with the field's pointer. */
export function invalid(error: z.ZodError): PermanentFailure {
  const issue = error.issues[0];
  const pointer = issue ? `/${issue.path.map(String).join('/')}` : '';
  return new PermanentFailure(FAILURES.invalid, issue?.message ?? 'invalid', pointer);
}
