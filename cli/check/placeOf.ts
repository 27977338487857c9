import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';

/**
 * The offset of a value in a document. Where a key on the way is missing, the block that lacks it: the key that
 * the block stands under, or the block itself inside a list.
 */
export function placeOf(document: Document, path: readonly PropertyKey[]): number {
  let here = document.contents;
  let offset = startOf(here) ?? 0;
  let block = offset;
  for (const key of path) {
    const step = stepInto(document, here, key);
    if (!step) return block;
    offset = startOf(step.value) ?? step.key ?? offset;
    block = step.key ?? offset;
    here = step.value;
  }
  return offset;
}

/** The offset of a key itself, for one that does not belong where it stands. */
export function placeOfKey(document: Document, path: readonly PropertyKey[], key: string): number {
  let here = document.contents;
  for (const part of path) {
    const step = stepInto(document, here, part);
    if (!step) break;
    here = step.value;
  }
  return stepInto(document, here, key)?.key ?? placeOf(document, path);
}

interface Step {
  value: Node | null;
  key: number | undefined;
}

/** One key or index further in. The text of an alias is its anchor's, which is where it has to be mended. */
function stepInto(document: Document, from: Node | null, key: PropertyKey): Step | undefined {
  const node = isAlias(from) ? from.resolve(document) : from;
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return isNode(item) ? { value: item, key: undefined } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  if (!pair) return undefined;
  const value = isNode(pair.value) ? pair.value : null;
  return { value, key: isScalar(pair.key) ? pair.key.range?.[0] : undefined };
}

const startOf = (node: Node | null): number | undefined => node?.range?.[0];
