import type { DateNote, Instant } from '../../contracts/plan.ts';

/** A due time: exclusive, with the last day on which it is still in time and why that day is not the rule's own. */
export interface Due {
  dueAt: Instant;
  /** 'YYYY-MM-DD'; the day that ladders count from. */
  lastDay: string;
  notes: DateNote[];
}
