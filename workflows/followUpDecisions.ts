import { ApplicationFailure, defineUpdate, setHandler } from '@temporalio/workflow';
import { FAILURES } from '../contracts/failures.ts';
import {
  type Agenda,
  type CancelObligationsUpdate,
  type DecisionResult,
  type ExtendUpdate,
  type HoldUpdate,
  type ReasonUpdate,
  type ReassignUpdate,
  type SupplementUpdate,
  UPDATES,
  type WakeSignal,
  type Wordless,
} from '../contracts/messages.ts';
import { decide } from './activityGroups.ts';
import type { Clock } from './clock.ts';

export const extend = defineUpdate<DecisionResult, [Wordless<ExtendUpdate>]>(UPDATES.extend);
export const askForSupplement = defineUpdate<DecisionResult, [Wordless<SupplementUpdate>]>(
  UPDATES.askForSupplement,
);
export const reassign = defineUpdate<DecisionResult, [Wordless<ReassignUpdate>]>(UPDATES.reassign);
export const holdRung = defineUpdate<DecisionResult, [Wordless<HoldUpdate>]>(UPDATES.holdRung);
export const cancelObligations = defineUpdate<DecisionResult, [Wordless<CancelObligationsUpdate>]>(
  UPDATES.cancelObligations,
);
export const closeByDecision = defineUpdate<DecisionResult, [Wordless<ReasonUpdate>]>(
  UPDATES.closeByDecision,
);

/**
 * Takes the decisions that move a period's instants. A validator refuses by what the workflow holds, without a trace;
 * the transaction refuses what lost a race. After a decision the main loop reads its agenda anew.
 */
export function takeDecisions(periodId: string, held: { agenda?: Agenda }, clock: Clock): void {
  const mustBeOpen = (_given: unknown) => {
    const state = held.agenda?.state ?? 'open'; // not read yet: the transaction knows
    if (state === 'open' || state === 'paused') return;
    throw refusal(`the period is ${state}`);
  };
  const decided =
    <Given extends { wake: WakeSignal }>(
      act: (given: Given & { periodId: string }) => Promise<DecisionResult>,
    ) =>
    async (given: Given): Promise<DecisionResult> => {
      clock.hear(given.wake);
      const result = await act({ ...given, periodId });
      clock.hear(given.wake);
      return result;
    };

  setHandler(extend, decided(decide.extend), { validator: mustBeOpen });
  setHandler(askForSupplement, decided(decide.askForSupplement), { validator: mustBeOpen });
  setHandler(reassign, decided(decide.reassign), { validator: mustBeOpen });
  setHandler(cancelObligations, decided(decide.cancelObligations), { validator: mustBeOpen });
  setHandler(closeByDecision, decided(decide.closeByDecision), {
    validator: (given) => {
      mustBeOpen(given);
      if (held.agenda?.state === 'paused') throw refusal('the period is paused: resume it first');
    },
  });
  setHandler(holdRung, decided(decide.holdRung), {
    validator: (given) => {
      mustBeOpen(given);
      const { agenda } = held;
      const { rung } = given.decision;
      if (agenda === undefined || agenda.steps.some((step) => step.rung?.id === rung)) {
        if (agenda?.state !== 'paused') return;
        throw refusal('the period is paused: nothing climbs meanwhile');
      }
      throw refusal(`the rung ${rung} has been taken or does not exist`);
    },
  });
}

const refusal = (message: string) => ApplicationFailure.nonRetryable(message, FAILURES.conflict);
