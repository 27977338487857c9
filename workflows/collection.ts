import type { ProcessInput } from '../contracts/messages.ts';
import { takeUp } from './takeUp.ts';

/**
 * A collection (clause 2: the communes' results with a dossier): one deadline for many parties. The guidance goes out
 * first where the file asks for one, as a track of the same period; it ends when all is in.
 */
export async function collection(input: ProcessInput): Promise<void> {
  const work = takeUp(input);
  const period = await work.openNext(input.after);
  await work.endWithLastPeriod(period ?? input.after);
}
