import type { ReportingCycle } from '../../contracts/notice/index.ts';
import type { PlannedTrack } from '../../contracts/plan.ts';
import type { Due } from './due.ts';
import { following, leadingUp, whenLeadingLettersGo } from './moment.ts';
import { ladderOf, type PlanContext } from './planContext.ts';
import { promptFromStart, trackOf } from './track.ts';

/**
 * The office's certificate that its incoming book, mail tray and Zalo are empty: an obligation of its own, due at the
 * lock of the reports and climbing by its own ladder. Its prompt is told from the reports' due day; one that follows
 * that day moves out of a quiet period with the lock. Nothing to certify where nothing locks.
 */
export function certificateTrack(
  { notice, calendar, startsAt }: PlanContext,
  certification: NonNullable<ReportingCycle['certification']>,
  reports: PlannedTrack,
): PlannedTrack | null {
  if (reports.lockAt === null) return null;
  const ladder = ladderOf(notice, certification.ladder);
  const due: Due = { dueAt: reports.lockAt, lastDay: calendar.dayOf(reports.lockAt), notes: [] };
  const told = certification.prompt.workingDays > 0 ? following : leadingUp;
  const moment = told(calendar, reports.lastDay, certification.prompt);
  const own = whenLeadingLettersGo(calendar, moment, ladder.letters, due.dueAt);
  return trackOf(calendar, {
    key: 'certificate',
    deliverable: 'certificate',
    parties: [certification.by],
    ladder,
    outline: null,
    due,
    prompt: promptFromStart(calendar, own, startsAt, due, ladder.letters),
    ownPromptAt: own.at,
    pursuit: 'full',
  });
}
