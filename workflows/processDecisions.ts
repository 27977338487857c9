import { ApplicationFailure, defineUpdate, setHandler } from '@temporalio/workflow';
import { FAILURES } from '../contracts/failures.ts';
import {
  type DecisionResult,
  type MergePeriodUpdate,
  type ProcessInput,
  type ReasonUpdate,
  type SkipPeriodUpdate,
  UPDATES,
  type WakeSignal,
  type Wordless,
} from '../contracts/messages.ts';
import { decide } from './activityGroups.ts';
import type { Clock } from './clock.ts';

export const pause = defineUpdate<DecisionResult, [Wordless<ReasonUpdate>]>(UPDATES.pause);
export const resume = defineUpdate<DecisionResult, [Wordless<ReasonUpdate>]>(UPDATES.resume);
export const skipPeriod = defineUpdate<DecisionResult, [Wordless<SkipPeriodUpdate>]>(
  UPDATES.skipPeriod,
);
export const mergePeriod = defineUpdate<DecisionResult, [Wordless<MergePeriodUpdate>]>(
  UPDATES.mergePeriod,
);
export const cancelProcess = defineUpdate<DecisionResult, [Wordless<ReasonUpdate>]>(
  UPDATES.cancelProcess,
);

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
    <Given extends { wake: WakeSignal }>(
      act: (given: Given & { noticeId: string; processId: string }) => Promise<DecisionResult>,
    ) =>
    async (given: Given): Promise<DecisionResult> => {
      clock.hear(given.wake);
      const result = await act({ ...given, noticeId, processId });
      clock.hear(given.wake); // what the main loop looked at while it was decided is out of date
      return result;
    };

  setHandler(pause, decided(decide.pauseProcess), { validator: mustRun });
  setHandler(resume, decided(decide.resumeProcess), { validator: mustRun });
  setHandler(skipPeriod, decided(decide.skipPeriod), { validator: mustRun });
  setHandler(mergePeriod, decided(decide.mergePeriod), {
    validator: (given) => {
      mustRun(given);
      if (given.decision.into !== given.decision.key) return;
      throw ApplicationFailure.nonRetryable('a period covers itself already', FAILURES.invalid);
    },
  });
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
