/**
 * What turns the direction of text or hides in it: bidi marks, embeddings, overrides and isolates, zero-width
 * characters, line and paragraph separators, the byte-order mark. A name written with them reads as another name.
 */
const DECEIVING = /[\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is to be removed
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Halves of a surrogate pair that stand alone: no UTF-8 has them, so they would change on the way. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The same text without the marks that make it read as another. */
export const withoutDeceit = (text: string): string => text.replace(DECEIVING, '');

/** Text from outside as a letter may carry it: NFC, new lines as \n, without control and direction marks. */
export const plainText = (text: string): string =>
  withoutDeceit(text)
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .normalize('NFC');

/** The same on one line of at most `limit` characters, for a subject, a name or a header. */
export function plainLine(text: string, limit: number): string {
  const line = plainText(text).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}
