import { createHash } from 'node:crypto';

/** A number from 0 to below 1 that depends on the seed and the words alone: the same seed plays the same piece. */
export function chance(seed: number, ...words: (string | number)[]): number {
  const hash = createHash('sha256')
    .update([seed, ...words].join('\n'))
    .digest();
  return hash.readUIntBE(0, 6) / 2 ** 48;
}

/** One of several choices by their weights, decided by the seed and the words. */
export function choose<Choice extends string>(
  weights: Record<Choice, number>,
  seed: number,
  ...words: (string | number)[]
): Choice {
  const entries = Object.entries(weights) as [Choice, number][];
  const all = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = chance(seed, ...words) * all;
  for (const [choice, weight] of entries) {
    left -= weight;
    if (left < 0) return choice;
  }
  return (entries.at(-1) as [Choice, number])[0];
}
