import type { ProcessInput } from '../contracts/messages.ts';
import { takeUp } from './takeUp.ts';

/**
 * A campaign (clause 6: a document, then one peak in 2020, three in 2021, three in 2022): the document that has to be
 * issued first, then peak after peak, each called on its own day and followed until its returns are in.
 */
export async function campaign(input: ProcessInput): Promise<void> {
  const work = takeUp(input);
  const documentOrPeak = await work.openNext(input.after);
  if (documentOrPeak === null) return work.endWithLastPeriod(input.after);
  return work.continueAfter(documentOrPeak);
}
