import { createHash } from 'node:crypto';

/** What was handed in, as far as it is content. */
export interface SubmittedContent {
  kind: 'report' | 'nothing';
  body: string;
  answers: Record<string, string>;
  checklist: string[];
  attachments: readonly { fileName: string; sha256: string }[];
}

/** SHA-256 (hex) over all that was handed in, files by their own hashes: what the log keeps in place of the text. */
export function contentHash(content: SubmittedContent): string {
  const answers = Object.entries(content.answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const files = content.attachments.map(({ fileName, sha256 }) => [fileName, sha256]);
  const canonical = [content.kind, content.body, answers, [...content.checklist].sort(), files];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
