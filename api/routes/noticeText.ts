import { z } from 'zod';
import type { Language } from '../../cli/check/messageTables.ts';
import type { Problem as Fault } from '../../cli/check/problem.ts';
import { readNotice } from '../../cli/check/readNotice.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import { Problem } from '../problems/problem.ts';

/** A notice file: YAML as text, or the same as JSON. */
export const NoticeText = z
  .union([z.string(), z.record(z.string(), z.unknown())])
  .describe('a notice file: YAML (application/yaml) or the same as JSON')
  .meta({ examples: ['dondoc: 1\nid: trieu-son-2020\nlanguage: vi\nzone: Asia/Ho_Chi_Minh\n…'] });

/** The text that is checked: JSON is laid out, so that its problems have a line and a column too. */
export const textOf = (body: z.infer<typeof NoticeText>): string =>
  typeof body === 'string' ? body : JSON.stringify(body, null, 2);

/** A notice without a problem. @throws Problem `invalid` with every problem of the first tier that has any, each with its place */
export function wholeNotice(text: string, language: Language | undefined): Notice {
  const { notice, problems } = readNotice(text, { fileName: 'notice', language });
  if (notice) return notice;
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  throw new Problem('invalid', `the notice file has ${count}`, { errors: problems.map(fieldOf) });
}

const fieldOf = ({ field, message, expected, line, column }: Fault) => ({
  pointer: field,
  detail: message,
  line,
  column,
  expected,
});
