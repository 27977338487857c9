import { ApplicationFailure, defineUpdate, setHandler } from '@temporalio/workflow';
import { FAILURES } from '../contracts/failures.ts';
import {
  type Agenda,
  type CancelObligationsUpdate,
  type DecisionResult,
  type ExtendUpdate,
  type HoldUpdate,
  type SupplementUpdate,
  UPDATES,
  type WakeSignal,
} from '../contracts/messages.ts';
import { decide } from './activityGroups.ts';
import type { Clock } from './clock.ts';

export const extend = defineUpdate<DecisionResult, [ExtendUpdate]>(UPDATES.extend);
export const askForSupplement = defineUpdate<DecisionResult, [SupplementUpdate]>(
  UPDATES.askForSupplement,
);
export const holdRung = defineUpdate<DecisionResult, [HoldUpdate]>(UPDATES.holdRung);
export const cancelObligations = defineUpdate<DecisionResult, [CancelObligationsUpdate]>(
  UPDATES.cancelObligations,
);

/**
 * Takes the decisions that move a period's instants. A validator refuses by what the workflow holds, without a trace;
 * the transaction refuses what lost a race. After a decision the main loop reads its agenda anew.
 */
export function takeDecisions(periodId: string, held: { agenda: Agenda }, clock: Clock): void {
  const mustBeOpen = (_given: unknown) => {
    if (held.agenda.state === 'open' || held.agenda.state === 'paused') return;
    throw refusal(`the period is ${held.agenda.state}`);
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
  setHandler(cancelObligations, decided(decide.cancelObligations), { validator: mustBeOpen });
  setHandler(holdRung, decided(decide.holdRung), {
    validator: (given) => {
      mustBeOpen(given);
      const { decision } = given;
      if (held.agenda.state === 'paused')
        throw refusal('the period is paused: nothing climbs meanwhile');
      if (held.agenda.steps.some((step) => step.rung?.id === decision.rung)) return;
      throw refusal(`the rung ${decision.rung} has been taken or does not exist`);
    },
  });
}

const refusal = (message: string) => ApplicationFailure.nonRetryable(message, FAILURES.conflict);
