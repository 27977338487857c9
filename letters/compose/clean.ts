import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { plainLine, plainText } from '../format/plain.ts';

/** Longest subject, in characters: longer ones are cut by mail clients anyway. */
const SUBJECT_LIMIT = 150;
const LINE_LIMIT = 300;

/**
 * A document whose texts are plain: names, titles and comments come from people and files, and must change nothing
 * but their own place in a letter. Done once, behind all composers, so that none can forget it.
 */
export function cleanDocument(document: LetterDocument): LetterDocument {
  const line = (text: string): string => plainLine(text, LINE_LIMIT);
  return {
    language: document.language,
    subject: plainLine(document.subject, SUBJECT_LIMIT),
    head: { left: document.head.left.map(line), right: document.head.right.map(line) },
    salutation: line(document.salutation),
    blocks: document.blocks.map(cleanBlock),
    closing: document.closing.map(line),
  };
}

function cleanBlock(block: LetterBlock): LetterBlock {
  const title = (text: string | undefined) =>
    text === undefined ? {} : { title: plainLine(text, LINE_LIMIT) };
  switch (block.type) {
    case 'text':
      return { ...block, text: plainText(block.text) };
    case 'quote':
      return { ...block, text: plainText(block.text), source: plainText(block.source) };
    case 'facts':
      return {
        ...block,
        rows: block.rows.map(({ label, value }) => ({ label, value: plainText(value) })),
      };
    case 'list':
      return { ...block, ...title(block.title), items: block.items.map(plainText) };
    case 'table':
      return {
        ...block,
        ...title(block.title),
        head: block.head.map(plainText),
        rows: block.rows.map((row) => row.map(plainText)),
      };
    case 'heading':
      return { ...block, text: plainLine(block.text, LINE_LIMIT) };
    case 'link':
      return { ...block, label: plainLine(block.label, LINE_LIMIT) };
  }
}
