import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { findProcess } from '../notice/findProcess.ts';
import { calendarOf } from './calendarOf.ts';

/**
 * When a programme is over, at the end of its last day; it lasts until then even where it opens no period of its own
 * (its questions are asked inside another's report). Null for every other kind: those end with their last period.
 */
export function endOfProcess(notice: Notice, processId: string): Instant | null {
  const { process } = findProcess(notice, processId);
  if (process.kind !== 'programme') return null;
  const { endsOn } = notice.head;
  const { until = endsOn } = process;
  return calendarOf(notice).endOf(until < endsOn ? until : endsOn);
}
