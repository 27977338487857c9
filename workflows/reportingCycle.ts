import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { ProcessInput } from '../contracts/messages.ts';
import { record, starting } from './activityGroups.ts';
import { clockOf } from './clock.ts';
import { takeProcessDecisions } from './processDecisions.ts';
import { showState } from './searchAttributes.ts';

/**
 * A reporting cycle (clauses that recur, such as "on the 14th and 28th of every month"): opens period after period,
 * each followed by a workflow of its own, and continues as new after each, so that its history never grows and a
 * period still being escalated never delays the next.
 */
export async function reportingCycle(input: ProcessInput): Promise<void> {
  const { noticeId, processId, directive } = input;
  const clock = clockOf(input.clock, noticeId);
  const held = { ended: false };
  takeProcessDecisions(input, held, clock);
  showState('running');

  const next = await record.nextPeriod({ noticeId, processId, after: input.after });
  if (next === null) {
    while (
      !held.ended &&
      !(await record.finishProcess({ noticeId, processId, now: clock.now() })).done
    ) {
      await clock.waitUntil(null); // the closing of a period wakes it
    }
    return leave(held.ended ? 'cancelled' : 'done');
  }
  while (!held.ended && clock.now() < next.opensAt) await clock.waitUntil(next.opensAt);
  if (held.ended) return leave('cancelled');

  await starting.startFollowUp({
    noticeId,
    processId,
    directive,
    periodKey: next.key,
    now: clock.now(),
  });
  await condition(allHandlersFinished);
  await continueAsNew<typeof reportingCycle>({ ...input, after: next.key, clock: clock.handOn() });

  async function leave(state: 'done' | 'cancelled'): Promise<void> {
    showState(state);
    await condition(allHandlersFinished);
    await clock.leave();
  }
}
