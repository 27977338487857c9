import type { DigestParty } from '../../contracts/digest.ts';
import { whoHolds } from '../format/who.ts';

/** How the digest names a party. */
export const whoIs = ({ title, holder }: Pick<DigestParty, 'title' | 'holder'>): string =>
  whoHolds(title, holder);

/** Each person once: somebody with several positions has one row of misses, and a unit is nobody's person. */
export function onePerPerson(parties: readonly DigestParty[]): DigestParty[] {
  const seen = new Set<string>();
  return parties.filter(({ personId, partyId }) => {
    const key = personId === null ? `party ${partyId}` : `person ${personId}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
