import type { Ladder, Recurrence } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Due } from './due.ts';
import { dueOfOccurrence, type OccurrenceRule } from './due.ts';
import type { PlanContext } from './planContext.ts';
import type { Moment } from './moment.ts';
import { occurrencesOf } from './calendarOf.ts';
import { promptMoment } from './track.ts';

/** One occurrence of a recurring process, before its steps are worked out. */
export interface Turn {
  /** The nominal day, 'YYYY-MM-DD'. */
  key: string;
  due: Due;
  /** The prompt at its own time, whether or not that is before the start. */
  prompt: Moment;
  state: 'before-start' | 'trial' | 'full';
  ordinal: number;
}

export type RecurringRule = OccurrenceRule & { recurrence: Recurrence };
