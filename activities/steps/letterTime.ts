import type { Ladder, Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';

/** When a letter written now may go out: at once in office hours (or where its ladder says at any hour), else at the next opening. */
export function letterTime(notice: Notice, ladder: Pick<Ladder, 'letters'>, now: Instant): Instant {
  return ladder.letters === 'any-hour' ? now : calendarOf(notice).deferToOffice(now);
}
