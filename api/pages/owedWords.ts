import { spokenOf } from '../../domain/drafting/spokenOf.ts';
import { wordsFor } from '../../letters/catalogue/deliverables.ts';
import { submissions } from '../../letters/catalogue/submissions.ts';
import type { Opened } from './openLink.ts';
import { periodWords } from './periodWords.ts';

/** 'báo cáo kỳ 14/12/2020', 'báo cáo kèm hồ sơ hạn 24/11/2020': what is owed and for when, in the middle of a sentence. */
export function owedWords(
  opened: Pick<Opened, 'notice' | 'writing'>,
  owed: { processId: string; periodKey: string; deliverable: string; lastDay: string },
): string {
  const { notice, writing } = opened;
  const noun = wordsFor(spokenOf(notice, owed)).noun[writing.head.language];
  return writing.say(submissions).ofPeriod(noun, periodWords(opened, owed));
}
