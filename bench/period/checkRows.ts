/** The kinds of row that each obligation of a burst has exactly one of. */
const EACH_ONCE = [
  /^finding (\S+) recorded /,
  /^letter (\S+) sent /,
  /^attempt (\S+) \d+ sent /,
  /^log (\S+) letter-written /,
  /^log (\S+) no-report-recorded /,
  /^log (\S+) letter-sent /,
] as const;

/**
 * What is wrong with a burst's rows: every party has each of them once, none is missing and none doubled.
 * @param rows as `burstRows` gives them
 * @returns a line for each kind of row that is not as it should be
 */
export function faultsIn(rows: readonly string[], n: number): string[] {
  return EACH_ONCE.flatMap((pattern) => {
    const parties = rows.flatMap((row) => pattern.exec(row)?.[1] ?? []);
    const different = new Set(parties).size;
    if (parties.length === n && different === n) return [];
    return [
      `${pattern.source}: ${parties.length} rows about ${different} parties instead of ${n} about ${n}`,
    ];
  });
}

/** The first rows that one of two bursts has and the other has not; none where they did the same. */
export function differences(some: readonly string[], others: readonly string[]): string[] {
  const missingIn = (from: readonly string[], among: readonly string[]) => {
    const known = new Set(among);
    return from.filter((row) => !known.has(row));
  };
  const only = [...missingIn(some, others), ...missingIn(others, some)];
  if (only.length === 0 && some.length !== others.length) {
    return [`${some.length} rows against ${others.length}`];
  }
  return only.slice(0, 5);
}
