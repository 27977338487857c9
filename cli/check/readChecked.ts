import type { Notice } from '../../contracts/notice/index.ts';
import { printProblems } from './printProblems.ts';
import { readNoticeFile } from './readNoticeFile.ts';

/** A notice file that does not pass its check; the message is what `dondoc check` prints. */
export class NoticeRefused extends Error {
  override readonly name = 'NoticeRefused';
}

/** Reads a notice file that has to be right before anything goes on. @throws NoticeRefused with every error found */
export async function readChecked(file: string): Promise<Notice> {
  const read = await readNoticeFile(file);
  if (read.notice && read.problems.length === 0) return read.notice;
  throw new NoticeRefused(printProblems(read));
}
