import type { ProcessInput } from '../contracts/messages.ts';
import { takeUp } from './takeUp.ts';

/**
 * A programme (clauses without an end product, such as "keep up the propaganda"): check-in after check-in by whoever
 * leads it, until its last day. One whose questions are asked inside another cycle's report opens nothing and lasts
 * until that day.
 */
export async function programme(input: ProcessInput): Promise<void> {
  const work = takeUp(input);
  const checkIn = await work.openNext(input.after);
  if (checkIn === null) return work.endWithLastPeriod(input.after);
  return work.continueAfter(checkIn);
}
