import type { LetterBlock, LetterDocument, LetterLink } from '../../contracts/letters.ts';
import { datedHead } from './datedHead.ts';
import { textTable } from './textTable.ts';
import { wrapText } from './wrapText.ts';

/**
 * A letter as plain text, wrapped at 76 columns, lines ending with \n. `linkUrl` makes a link's address, `datedOn`
 * is the day at its head. Pure: what goes out again after a doubtful attempt has the same bytes.
 */
export function renderText(
  document: LetterDocument,
  linkUrl: (link: LetterLink) => string,
  datedOn: string,
): string {
  const [issuer = '', ...others] = document.head.left;
  const parts: string[][] = [
    [...wrapText(issuer.toUpperCase()), ...others.flatMap((line) => wrapText(line))],
    datedHead(document, datedOn).flatMap((line) => wrapText(line)),
    wrapText(document.salutation),
    ...document.blocks.map((block) => blockText(block, linkUrl)),
    ['--', ...document.closing.flatMap((line) => wrapText(line))],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function blockText(block: LetterBlock, linkUrl: (link: LetterLink) => string): string[] {
  switch (block.type) {
    case 'text':
      return wrapText(block.text);
    case 'quote':
      return wrapText(`“${block.text}” (${block.source})`, '    ');
    case 'facts':
      return block.rows.flatMap(({ label, value }) => wrapText(`${label}: ${value}`, '- ', '  '));
    case 'list':
      return [
        ...(block.title === undefined ? [] : wrapText(block.title)),
        ...block.items.flatMap((item, index) => {
          const mark = block.numbered ? `${index + 1}. ` : '- ';
          return wrapText(item, mark, ' '.repeat(mark.length));
        }),
      ];
    case 'table':
      return [
        ...(block.title === undefined ? [] : wrapText(block.title)),
        ...textTable(block.head, block.rows),
      ];
    case 'heading':
      return wrapText(block.text.toUpperCase());
    case 'link':
      return [...wrapText(`${block.label}:`), linkUrl(block.link)];
  }
}
