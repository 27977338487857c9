import { open } from 'node:fs/promises';
import { type Fault, word } from './messages.ts';
import { type Language, MESSAGE_TABLES } from './messageTables.ts';
import { type ReadNotice, readNotice } from './readNotice.ts';
import { LIMITS } from './textFaults.ts';

/**
 * Reads and checks a notice file on disk; see `readNotice`. Of a file over the limit only its size is looked at.
 * Throws what the file system throws (no such file, no right to read).
 */
export async function readNoticeFile(fileName: string, language?: Language): Promise<ReadNotice> {
  const file = await open(fileName, 'r');
  try {
    const { size } = await file.stat();
    if (size > LIMITS.bytes) {
      const fault = { code: 'file-too-large', offset: 0, bytes: size, most: LIMITS.bytes } as const;
      return refused(fileName, fault, language);
    }
    return readNoticeBytes(await file.readFile(), fileName, language);
  } finally {
    await file.close();
  }
}

/** Reads and checks the bytes of a notice file, as a file or an upload brings them; see `readNotice`. */
export function readNoticeBytes(
  bytes: Uint8Array,
  fileName: string,
  language?: Language,
): ReadNotice {
  const text = decoded(bytes);
  if (text === undefined) return refused(fileName, { code: 'not-utf-8', offset: 0 }, language);
  return readNotice(text, { fileName, language });
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // what a fatal decoder throws for bytes that are not UTF-8
    throw error;
  }
}

/** Of a file that was not read nothing is known of its language. */
function refused(fileName: string, fault: Fault, language: Language = 'en'): ReadNotice {
  const words = word(MESSAGE_TABLES[language], fault, () => 1);
  const problem = { tier: 'syntax', code: fault.code, line: 1, column: 1, field: '' } as const;
  return { fileName, problems: [{ ...problem, ...words }], warnings: [] };
}
