import { readFileSync } from 'node:fs';
import { readNotice } from '../../cli/check/readNotice.ts';
import type { Notice } from '../../contracts/notice/index.ts';

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

export const TRIEU_SON_TEXT = text('../../notices/trieu-son-2020.yaml');
export const SECOND_TEXT = text('second-notice.yaml');
export const THIRD_TEXT = text('third-notice.yaml');
export const SMALL_TEXT = text('small-notice.yaml');

/** A file that must be right, as the notice it is; fails with the problems where it is not. */
export function noticeOf(content: string, fileName = 'notice.yaml'): Notice {
  const { notice, problems } = readNotice(content, { fileName });
  if (!notice) throw new Error(`${fileName} is not a notice: ${JSON.stringify(problems, null, 2)}`);
  return notice;
}

/** The small notice with one text in it replaced; fails where the text is not there, so that no test checks nothing. */
export function smallWith(...replacements: [from: string, to: string][]): string {
  return replacements.reduce((content, [from, to]) => {
    if (!content.includes(from)) throw new Error(`the small notice does not contain ${from}`);
    return content.replace(from, to);
  }, SMALL_TEXT);
}
