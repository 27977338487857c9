/**
 * How many obligations or letters one transaction commits. What a killed worker had not committed is written again
 * under the same keys and so never twice; only the post office repeats what it sends, and it commits in tens. Larger
 * pieces here mean fewer commits under the log's head, for which all of a notice's transactions queue.
 */
const CHUNK = 50;

/** Cuts a list into the pieces that are committed together, in order. */
export function* chunksOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}
