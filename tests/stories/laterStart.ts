import type { Notice } from '../../contracts/notice/index.ts';
import { noticeOf, TRIEU_SON_TEXT } from '../data/noticeFiles.ts';
import { smallCommittee } from '../support/smallCommittee.ts';

/** Parts of a story's notice that concludes on a later day, with the days off and quiet periods of the first notice. */
export function laterStart(on: string, endsOn: string): Pick<Notice, 'head' | 'calendar'> {
  const { head } = smallCommittee('later', 0);
  return {
    head: { ...head, concludedOn: on, start: { ...head.start, on }, endsOn },
    calendar: noticeOf(TRIEU_SON_TEXT).calendar,
  };
}
