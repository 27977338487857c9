import type { ProcessInput } from '../contracts/messages.ts';
import { takeUp } from './takeUp.ts';

/**
 * A drafting (clauses that ask for a document by a day or a session): stage after stage, as the register says which is
 * next. One that is done early opens the next at once, since its settling wakes this workflow and what is next is then
 * read again; a consultation waits for its draft and may be passed by.
 */
export async function drafting(input: ProcessInput): Promise<void> {
  const work = takeUp(input);
  const opened: string[] = [];
  let stage = await work.openNext(input.after, opened);
  while (stage !== null) {
    opened.push(stage);
    stage = await work.openNext(stage, opened);
  }
  await work.endWithLastPeriod(opened.at(-1) ?? input.after, opened);
}
