/** The returns of a peak: how many are owed (those excused owe none, those kept from it by a pause do), and how many of these are in, late or not. */
export interface Returns {
  owed: number;
  returned: number;
}

/**
 * Whether a peak counts: only with its returns in, from the share that the campaign asks for. One for which nobody owes
 * a return any more does not: 0 of 0 is not 100 %.
 */
export const isHeld = ({ owed, returned }: Returns, countsFrom: number): boolean =>
  owed > 0 && returned / owed >= countsFrom;

/** How many of the returns owed are needed at least. */
export function returnsNeeded(owed: number, countsFrom: number): number {
  let needed = 1;
  while (needed < owed && !isHeld({ owed, returned: needed }, countsFrom)) needed += 1;
  return needed;
}
