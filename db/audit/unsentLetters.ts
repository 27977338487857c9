import { officeMinutesBefore } from '../../domain/audit/officeMinutesBefore.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { idsOf, LATE_AFTER_MINUTES, type RegisterCheck } from './check.ts';

/** Letters whose hour came more than 15 minutes of open office ago and that have not gone out, whatever keeps them. */
export const unsentLetters: RegisterCheck = (queryable, { noticeId, notice, now }) =>
  idsOf(queryable, UNSENT, [
    noticeId,
    officeMinutesBefore(calendarOf(notice), now, LATE_AFTER_MINUTES),
  ]);

const UNSENT = `
select id from letter
where notice_id = $1 and state in ('queued', 'sending', 'uncertain') and not_before < $2
order by not_before, id`;
