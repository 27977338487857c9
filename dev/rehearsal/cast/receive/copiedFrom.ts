import { findProcess } from '../../../../domain/notice/findProcess.ts';
import { periodKeys } from '../../../../domain/plan/planProcess.ts';
import { choose } from '../chance.ts';
import { CHARACTERS, WRITES } from '../weights.ts';
import type { OwedInLetter, Piece } from './facts.ts';

/**
 * The obligation whose report somebody hands in once more instead of writing one, in a reporting cycle; that may itself
 * have been a copy, and then it is the first of the row. Undefined where a report is written anew.
 */
export function copiedFrom(
  { seed, notice }: Piece,
  person: string,
  { obligationId, processId, periodKey, track }: OwedInLetter,
): string | undefined {
  const { process } = findProcess(notice, processId);
  if (process.kind !== 'reporting-cycle' || track !== 'main') return undefined;
  const character = choose(CHARACTERS, seed, 'character', person);
  const keys = periodKeys(notice, processId);
  const owedIn = (key: string): string => obligationId.replace(`/${periodKey}/`, `/${key}/`);
  let place = keys.indexOf(periodKey);
  while (place > 0) {
    const writes = choose(WRITES[character], seed, 'writes', owedIn(keys[place] ?? ''));
    if (writes === 'anew') break;
    place -= 1;
  }
  const original = keys[place];
  return original === undefined || original === periodKey ? undefined : owedIn(original);
}
