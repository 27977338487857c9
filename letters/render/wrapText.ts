/** Columns of a plain-text letter: RFC 5322 recommends at most 78, and replies add two. */
export const COLUMNS = 76;

/**
 * Text in lines of at most `width` characters, broken at spaces; a word that is longer (an address of a page) keeps a
 * line of its own, whole. Lines of the text stay apart. `first` stands before the first line and `rest` before the others.
 */
export function wrapText(text: string, first = '', rest = first, width = COLUMNS): string[] {
  const lines: string[] = [];
  let indent = first;
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (word === '') continue;
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && lengthOf(indent) + lengthOf(longer) > width) {
        lines.push(indent + line);
        indent = rest;
        line = word;
      } else {
        line = longer;
      }
    }
    lines.push((indent + line).trimEnd());
    indent = rest;
  }
  return lines;
}

/** Characters as a mail client counts columns: code points, since text comes in NFC and Vietnamese has no wide ones. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length++;
  return length;
};
