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
    let length = lengthOf(indent);
    for (const word of paragraph.split(' ')) {
      if (word === '') continue;
      const wordLength = lengthOf(word);
      if (line === '') {
        line = word;
        length += wordLength;
      } else if (length + 1 + wordLength <= width) {
        line += ` ${word}`;
        length += 1 + wordLength;
      } else {
        lines.push(indent + line);
        indent = rest;
        line = word;
        length = lengthOf(indent) + wordLength;
      }
    }
    lines.push((indent + line).trimEnd());
    indent = rest;
  }
  return lines;
}

/** Characters as a mail client counts columns: code points, since text comes in NFC and Vietnamese has no wide ones. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xdc00 && unit <= 0xdfff) length--; // the second half of a pair
  }
  return length;
}
