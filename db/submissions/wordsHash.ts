import { createHash } from 'node:crypto';
import type { SubmittedContent } from './contentHash.ts';

/**
 * SHA-256 (hex) over the words of a report and the files with it: the same for two that are word for word the same,
 * whatever became of spacing, case and punctuation. Null where there is nothing to compare: no word and no file.
 */
export function wordsHash({ body, answers, attachments }: SubmittedContent): string | null {
  const files = attachments.map(({ sha256 }) => sha256).sort();
  const answered = Object.entries(answers)
    .map(([section, text]) => [section, wordsOf(text)] as const)
    .filter(([, words]) => words.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const words = wordsOf(body);
  if (words.length + answered.length + files.length === 0) return null;
  return createHash('sha256')
    .update(JSON.stringify([words, answered, files]))
    .digest('hex');
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
