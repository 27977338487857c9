import type { ProcessInput } from '../contracts/messages.ts';
import { takeUp } from './takeUp.ts';

/**
 * A drafting (clauses that ask for a document by a day or a session): stage after stage. A stage that is done early
 * opens the next at once, since its settling wakes this workflow and what is next is then read again.
 */
export async function drafting(input: ProcessInput): Promise<void> {
  const work = takeUp(input);
  let stage = await work.openNext(input.after);
  while (stage !== null) stage = await work.openNext(stage);
  await work.endWithLastPeriod();
}
