/** The middle, the least and the most of some figures. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

/** @throws where there are no figures at all */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted[sorted.length - 1]];
  if (min === undefined || max === undefined) throw new Error('there are no figures to compare');
  return { median: percentile(sorted, 0.5), min, max };
}

/** Each figure as a part of its partner's: the runs of one turn, so that a slow minute of the machine slows both. */
export function ratiosOf(figures: readonly number[], partners: readonly number[]): number[] {
  if (figures.length !== partners.length) {
    throw new Error(`${figures.length} figures cannot be compared with ${partners.length}`);
  }
  return figures.map((figure, index) => figure / (partners[index] ?? Number.NaN));
}

/** The figure below which `part` (0 to 1) of them lie, between neighbours in proportion. */
export function percentile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
