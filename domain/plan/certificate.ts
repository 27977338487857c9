import type { ReportingCycle } from '../../contracts/notice/index.ts';
import type { Instant, PlannedTrack } from '../../contracts/plan.ts';
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
  { notice, calendar, startsAt }: Omit<PlanContext, 'directive'>,
  certification: NonNullable<ReportingCycle['certification']>,
  reports: Pick<PlannedTrack, 'lastDay' | 'lockAt'>,
): PlannedTrack | null {
  const { lockAt } = reports;
  return lockAt === null
    ? null
    : certificateAt({ notice, calendar, startsAt }, certification, { ...reports, lockAt });
}

/**
 * The certificate of reports that have moved: due at their lock as it is now, and asked for at its own time, or as soon
 * after `now` as letters go.
 */
export function certificateAnew(
  context: Omit<PlanContext, 'directive' | 'startsAt'>,
  certification: NonNullable<ReportingCycle['certification']>,
  reports: { lastDay: string; lockAt: Instant },
  now: Instant,
): PlannedTrack {
  const track = certificateAt({ ...context, startsAt: now }, certification, reports);
  const steps = track.steps.map((step) => ({
    ...step,
    notes: step.notes.filter(({ code }) => code !== 'compressed-to-start'),
  }));
  return { ...track, steps };
}

function certificateAt(
  { notice, calendar, startsAt }: Omit<PlanContext, 'directive'>,
  certification: NonNullable<ReportingCycle['certification']>,
  reports: { lastDay: string; lockAt: Instant },
): PlannedTrack {
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
