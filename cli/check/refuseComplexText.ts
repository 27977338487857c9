import { type CST, Lexer, Parser } from 'yaml';
import { LIMITS, type TextFault } from './textFaults.ts';

/** The lexer's own marks (start of a document, end of flow, start of a scalar); they take no place in the text. */
const SCALAR_FOLLOWS = '\u001f';
const MARKS = new Set(['\u0002', '\u0018', SCALAR_FOLLOWS]);

/**
 * Reads a text token by token and stops at the first limit that it breaks. Composing a document is recursive and
 * partly quadratic (keys of a mapping, anchors), so a text is not composed before it has passed here.
 */
export function refuseComplexText(text: string): TextFault | undefined {
  const parser = new Parser();
  let offset = 0;
  let symbols = 0;
  let anchors = 0;
  let last = '';
  const broken = (what: 'levels' | 'symbols' | 'anchors' | 'items', most: number): TextFault => ({
    code: 'too-complex',
    offset,
    what,
    most,
  });
  for (const token of new Lexer().lex(text)) {
    drain(parser.next(token));
    if (++symbols > LIMITS.symbols) return broken('symbols', LIMITS.symbols);
    if (parser.stack.length > LIMITS.levels) return broken('levels', LIMITS.levels);
    if (last !== SCALAR_FOLLOWS && /^[&*]/.test(token) && ++anchors > LIMITS.anchors) {
      return broken('anchors', LIMITS.anchors);
    }
    const most = mostItems(parser.stack.at(-1));
    if (most !== undefined) return broken('items', most);
    if (!MARKS.has(token)) offset += token.length;
    last = token;
  }
  return undefined;
}

/** The parser hands out whole documents; here only the stack that it builds them on is looked at. */
function drain(documents: Generator<unknown>): void {
  while (!documents.next().done);
}

/** The limit that the collection being read has broken, if it has. */
function mostItems(collection: CST.Token | undefined): number | undefined {
  if (!collection || !('items' in collection)) return undefined;
  const mapping =
    collection.type === 'block-map' ||
    (collection.type === 'flow-collection' && collection.start.source === '{');
  const most = mapping ? LIMITS.keys : LIMITS.items;
  return collection.items.length > most ? most : undefined;
}
