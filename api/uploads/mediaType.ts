import { fileTypeFromBuffer } from 'file-type';
import { endingOf } from './fileName.ts';

/** The types that are taken, by the ending under which each may come. */
const ENDINGS: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  txt: 'text/plain',
};

export const TAKEN = 'pdf, docx, xlsx, odt, jpg, png, txt';

/**
 * A file's media type by its content, if it is one that is taken and the name's ending says the same; else undefined.
 * What the browser claimed plays no part. A text is valid UTF-8 without controls.
 */
export async function mediaTypeOf(name: string, content: Buffer): Promise<string | undefined> {
  const claimed = ENDINGS[endingOf(name)];
  if (claimed === undefined) return undefined;
  if (claimed === 'text/plain') return isText(content) ? claimed : undefined;
  const found = await fileTypeFromBuffer(content);
  return found?.mime === claimed ? claimed : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for; tab, line feed, form feed and return are text
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

function isText(content: Buffer): boolean {
  try {
    return !CONTROL.test(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return false; // fatal decoding throws for what is not UTF-8: that is the answer
  }
}
