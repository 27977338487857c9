import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Ladder, Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import type { NoticeCalendar } from './calendarOf.ts';

/** What every kind of process is planned from. */
export interface PlanContext {
  notice: Notice;
  calendar: NoticeCalendar;
  /** When follow-up starts: the notice's own start, or a later real one. */
  startsAt: Instant;
  /** The number of the directive that the process carries out. */
  directive: string;
}

/** The periods of one process: their keys in order, and each planned when asked for. `plan` throws NotFound. */
export interface PeriodPlan {
  keys: string[];
  plan: (key: string) => PlannedPeriod;
}

/** The ladder with this id. @throws NotFound, which a checked notice never gives. */
export function ladderOf(notice: Notice, id: string): Ladder {
  const ladder = notice.ladders.list.find((each) => each.id === id);
  if (ladder !== undefined) return ladder;
  throw new PermanentFailure(FAILURES.notFound, `the notice ${notice.id} has no ladder ${id}`);
}

/** The item of a period plan with this key. @throws NotFound */
export function findPeriod<Item extends { key: string }>(
  items: readonly Item[],
  processId: string,
  key: string,
): Item {
  const item = items.find((each) => each.key === key);
  if (item !== undefined) return item;
  throw new PermanentFailure(FAILURES.notFound, `the process ${processId} has no period ${key}`);
}
