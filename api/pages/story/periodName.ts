import type { PeriodRow } from '../../../db/reading/periods.ts';
import { spokenOf } from '../../../domain/drafting/spokenOf.ts';
import { wordsFor } from '../../../letters/catalogue/deliverables.ts';
import { capitalise } from '../../../letters/format/list.ts';
import { start } from '../catalogue/start.ts';
import { lastDayOf } from '../dueWords.ts';
import { periodWords } from '../periodWords.ts';
import { titleOf } from '../titleOf.ts';
import type { Reader } from './tellEvent.ts';

type Named = Pick<PeriodRow, 'processId' | 'key' | 'dueAt' | 'trial' | 'deliverable'>;

/** 'Báo cáo, kỳ 14/12/2020', 'Dự thảo, hạn 20/11/2020', and whether it is a trial period. */
export function periodName({ notice, writing }: Reader, period: Named): string {
  const { processId, key: periodKey, dueAt, trial, deliverable } = period;
  const spoken = spokenOf(notice, { processId, periodKey, deliverable });
  const noun = capitalise(wordsFor(spoken).noun[writing.head.language]);
  const named = { processId, periodKey, lastDay: lastDayOf(writing, dueAt), deliverable };
  const mark = trial ? ` (${writing.say(start).trial})` : '';
  return `${noun}, ${periodWords({ notice, writing }, named)}${mark}`;
}

/** The same after its process's title. */
export const nameInNotice = (reader: Reader, period: Named): string =>
  `${titleOf(reader.notice, period.processId)}: ${periodName(reader, period)}`;
