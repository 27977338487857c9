import type { ProcessInput } from '../contracts/messages.ts';
import { takeUp } from './takeUp.ts';

/**
 * A reporting cycle (clauses that recur, such as "on the 14th and 28th of every month"): opens period after period,
 * each followed by a workflow of its own, and continues as new after each, so that its history never grows and a
 * period still being escalated never delays the next.
 */
export async function reportingCycle(input: ProcessInput): Promise<void> {
  const cycle = takeUp(input);
  const period = await cycle.openNext(input.after);
  if (period === null) return cycle.endWithLastPeriod(input.after);
  return cycle.continueAfter(period);
}
