import { ApplicationFailure, defineUpdate, setHandler } from '@temporalio/workflow';
import { FAILURES } from '../contracts/failures.ts';
import {
  type AmendUpdate,
  type DecisionResult,
  type NoticeInput,
  UPDATES,
  type Wordless,
} from '../contracts/messages.ts';
import { decide } from './activityGroups.ts';
import type { Clock } from './clock.ts';

export const amend = defineUpdate<DecisionResult, [Wordless<AmendUpdate>]>(UPDATES.amend);

/**
 * Takes amendments of the notice. The text waits in the register, whose transaction moves everything that it changes and
 * wakes whoever has to look again; this workflow then looks for what can start now.
 */
export function takeAmendments(
  { noticeId }: NoticeInput,
  held: { ended: boolean },
  clock: Clock,
): void {
  setHandler(
    amend,
    async (given) => {
      clock.hear(given.wake);
      const result = await decide.amend({ ...given, noticeId });
      clock.hear(given.wake); // what the main loop looked at while it was decided is out of date
      return result;
    },
    {
      validator: (_given: Wordless<AmendUpdate>) => {
        if (!held.ended) return;
        throw ApplicationFailure.nonRetryable('the notice is closed', FAILURES.conflict);
      },
    },
  );
}
