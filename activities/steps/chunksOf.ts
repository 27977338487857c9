/** How many obligations or letters one transaction commits: small, since a killed worker repeats what was not committed. */
const CHUNK = 10;

/** Cuts a list into the pieces that are committed together, in order. */
export function* chunksOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}
