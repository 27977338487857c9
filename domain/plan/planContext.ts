import type { Ladder, Notice, Process } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import type { NoticeCalendar } from './calendarOf.ts';

/** What every kind of process is planned from. */
export interface PlanContext {
  notice: Notice;
  calendar: NoticeCalendar;
  /** When follow-up starts: the notice's own start, or a later real one. */
  startsAt: Instant;
  directive: string;
}

/** The periods of one process: their keys in order, and each planned when asked for. */
export interface PeriodPlan {
  keys: string[];
  plan: (key: string) => PlannedPeriod;
}

/** A checked notice names only what it holds; this error says that an unchecked one was planned. */
export class NotInNotice extends Error {
  constructor(noticeId: string, what: string, id: string) {
    super(`notice ${noticeId} has no ${what} "${id}": check the file before planning it`);
    this.name = 'NotInNotice';
  }
}

/** The ladder with this id. Throws `NotInNotice`. */
export function ladderOf(notice: Notice, id: string): Ladder {
  const ladder = notice.ladders.list.find((each) => each.id === id);
  if (ladder === undefined) throw new NotInNotice(notice.id, 'ladder', id);
  return ladder;
}

/** The process with this id and the number of its directive. Throws `NotInNotice`. */
export function processOf(notice: Notice, id: string): { process: Process; directive: string } {
  for (const directive of notice.directives) {
    const process = directive.processes.find((each) => each.id === id);
    if (process !== undefined) return { process, directive: directive.no };
  }
  throw new NotInNotice(notice.id, 'process', id);
}
