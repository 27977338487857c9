import { ApplicationFailure, defineUpdate, setHandler } from '@temporalio/workflow';
import { FAILURES } from '../contracts/failures.ts';
import {
  type DecisionResult,
  type ProcessInput,
  type ReasonUpdate,
  UPDATES,
} from '../contracts/messages.ts';
import { decide } from './activityGroups.ts';
import type { Clock } from './clock.ts';

export const pause = defineUpdate<DecisionResult, [ReasonUpdate]>(UPDATES.pause);
export const resume = defineUpdate<DecisionResult, [ReasonUpdate]>(UPDATES.resume);
export const cancelProcess = defineUpdate<DecisionResult, [ReasonUpdate]>(UPDATES.cancelProcess);

/**
 * Takes the decisions about a whole process. The register says whether it is paused; periods that are open are woken
 * through the outbox in the same transaction and read their agenda anew.
 */
export function takeProcessDecisions(
  input: ProcessInput,
  held: { ended: boolean },
  clock: Clock,
): void {
  const { noticeId, processId } = input;
  const mustRun = (_given: unknown) => {
    if (held.ended)
      throw ApplicationFailure.nonRetryable('the process is cancelled', FAILURES.conflict);
  };
  const decided =
    (
      act: (
        given: ReasonUpdate & { noticeId: string; processId: string },
      ) => Promise<DecisionResult>,
    ) =>
    async (given: ReasonUpdate): Promise<DecisionResult> => {
      clock.hear(given.wake);
      const result = await act({ ...given, noticeId, processId });
      clock.hear(given.wake); // what the main loop looked at while it was decided is out of date
      return result;
    };

  setHandler(pause, decided(decide.pauseProcess), { validator: mustRun });
  setHandler(resume, decided(decide.resumeProcess), { validator: mustRun });
  setHandler(
    cancelProcess,
    async (given) => {
      const result = await decided(decide.cancelProcess)(given);
      held.ended = true;
      clock.hear(given.wake);
      return result;
    },
    { validator: mustRun },
  );
}
