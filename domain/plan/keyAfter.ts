/**
 * The period that follows one in a plan, by its key: the first where there is none before, undefined where none is
 * left. A key that an amendment has taken out of the plan is followed by the first of a later day.
 */
export function keyAfter(keys: readonly string[], after: string | null): string | undefined {
  if (after === null) return keys[0];
  const place = keys.indexOf(after);
  return place >= 0 ? keys[place + 1] : keys.find((key) => key > after);
}
