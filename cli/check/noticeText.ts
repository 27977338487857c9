import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { isStorable } from '../../contracts/storableText.ts';
import { refuseComplexText } from './refuseComplexText.ts';
import { LIMITS, type TextFault } from './textFaults.ts';

/** A notice file's text, parsed: its plain value and the document that knows where each value stands. */
export interface NoticeText {
  document: Document;
  value: unknown;
}

export interface ReadText {
  lines: LineCounter;
  /** undefined where there are faults */
  parsed?: NoticeText;
  faults: TextFault[];
}

/**
 * Parses the text of a notice file (in NFC) as YAML 1.2 without custom tags, and gives every fault of its syntax at
 * once. Never throws for what a text contains.
 */
export function parseNoticeText(text: string): ReadText {
  const lines = new LineCounter();
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > LIMITS.bytes) {
    return { lines, faults: [{ code: 'file-too-large', offset: 0, bytes, most: LIMITS.bytes }] };
  }
  const complex = refuseComplexText(text);
  if (complex) {
    lines.addNewLine(0);
    for (const { index } of text.slice(0, complex.offset).matchAll(/\n/g))
      lines.addNewLine(index + 1);
    return { lines, faults: [complex] };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // a warning is a tag that YAML 1.2's core schema does not know: no notice needs one
  const notYaml = [...document.errors, ...document.warnings].map(
    ({ message, pos: [offset] }): TextFault => ({ code: 'not-yaml', offset, detail: message }),
  );
  const aliases = aliasesOf(document);
  const unknown = aliases.flatMap(({ offset, alias, known }): TextFault[] =>
    known ? [] : [{ code: 'alias-unknown', offset, alias }],
  );
  const faults = [
    ...notYaml.slice(0, LIMITS.faults),
    ...unknown,
    ...textsBeyondStorage(document).slice(0, LIMITS.faults),
  ];
  const untold = notYaml[LIMITS.faults];
  if (untold) {
    const more = notYaml.length - LIMITS.faults;
    faults.push({ code: 'more-not-yaml', offset: untold.offset, more });
  }
  if (faults.length > 0) return { lines, faults };
  try {
    const value: unknown = document.toJS({ maxAliasCount: LIMITS.aliases });
    return { lines, parsed: { document, value }, faults: [] };
  } catch (error) {
    // the one failure left to toJS: aliases that stand for too many values
    if (!(error instanceof ReferenceError)) throw error;
    const offset = aliases[0]?.offset ?? 0;
    return { lines, faults: [{ code: 'alias-bomb', offset, most: LIMITS.aliases }] };
  }
}

function aliasesOf(document: Document): { offset: number; alias: string; known: boolean }[] {
  const found: { offset: number; alias: string; known: boolean }[] = [];
  visit(document, {
    Alias(_key, node) {
      const known = node.resolve(document) !== undefined;
      found.push({ offset: node.range?.[0] ?? 0, alias: node.source, known });
    },
  });
  return found;
}

/** Texts with a NUL or half of a surrogate pair, which an escape such as "\\0" can write: no register holds them. */
function textsBeyondStorage(document: Document): TextFault[] {
  const found: TextFault[] = [];
  visit(document, {
    Scalar(_key, { value, range }) {
      if (typeof value !== 'string' || isStorable(value)) return;
      found.push({ code: 'not-a-text', offset: range?.[0] ?? 0 });
    },
  });
  return found;
}
