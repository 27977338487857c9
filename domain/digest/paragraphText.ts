import type { DigestParagraph } from '../../contracts/letters.ts';

/**
 * A digest's paragraphs as the office edits them on its desk, in plain text: a line that begins with "# " is a heading,
 * lines with "- " a list, lines with "| " a table whose first row is its head, anything else a paragraph. A blank line ends a paragraph.
 */
export function textOf(paragraphs: readonly DigestParagraph[]): string {
  return paragraphs.map(linesOf).join('\n\n');
}

function linesOf(paragraph: DigestParagraph): string {
  switch (paragraph.type) {
    case 'heading':
      return `# ${oneLine(paragraph.text)}`;
    case 'text':
      return oneLine(paragraph.text);
    case 'list':
      return paragraph.items.map((item) => `- ${oneLine(item)}`).join('\n');
    case 'table':
      return [paragraph.head, ...paragraph.rows]
        .map((row) => `| ${row.map(cellText).join(' | ')} |`)
        .join('\n');
    default:
      return paragraph satisfies never;
  }
}

/** The paragraphs that a text stands for. What fits no form is a paragraph: nothing that the office writes is refused or lost. */
export function paragraphsIn(text: string): DigestParagraph[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(paragraphIn);
}

function paragraphIn(block: string): DigestParagraph {
  const lines = block.split('\n').map((line) => line.trim());
  const [first = ''] = lines;
  if (lines.length === 1 && first.startsWith('# '))
    return { type: 'heading', text: first.slice(2) };
  if (lines.every((line) => line.startsWith('- '))) {
    return { type: 'list', items: lines.map((line) => line.slice(2).trim()) };
  }
  if (lines.every((line) => line.startsWith('|') && line.endsWith('|') && line.length > 1)) {
    const [head = [], ...rows] = lines.map(cellsIn);
    const width = head.length;
    return {
      type: 'table',
      head,
      rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
    };
  }
  return { type: 'text', text: lines.join(' ') };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
// a bar inside a cell would end it: it is written as a broken bar, which reads the same
const cellText = (text: string): string => oneLine(text).replaceAll('|', '¦');

const cellsIn = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
