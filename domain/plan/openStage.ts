import type { Ladder } from '../../contracts/notice/index.ts';
import type { DateNote, Instant, PlannedPeriod, PlannedTrack } from '../../contracts/plan.ts';
import type { NoticeCalendar } from './calendarOf.ts';
import type { Due } from './due.ts';
import { whenLettersGo } from './moment.ts';
import { periodOf } from './period.ts';
import { trackOf } from './track.ts';

/** So many working days are left at least to whoever is consulted on a draft that came late. */
const LEAST_DAYS_TO_CONSULT = 2;

/** A timer that fires within a minute of its instant has fired at it. */
const AT_ITS_TIME_MS = 60_000;

export interface StageOpening {
  calendar: NoticeCalendar;
  ladder: Ladder;
  isConsultation: boolean;
  now: Instant;
}

/**
 * The plan of a drafting's stage as it really opens. Opened early, because the stage before it is done, its prompt
 * goes out at once (in office hours) and its due time stays. A consultation that waited for its draft asks at once
 * too, and where fewer than two working days are left its due time moves, its ladder with it. Any other stage opened
 * late keeps its plan: the notice's own deadline is pursued.
 */
export function openStage(plan: PlannedPeriod, opening: StageOpening): PlannedPeriod {
  const { calendar, ladder, now, isConsultation } = opening;
  const [track, ...others] = plan.tracks;
  const planned = track?.steps.find(({ kind }) => kind === 'prompt');
  if (track === undefined || planned === undefined) return plan;
  const { at } = whenLettersGo(calendar, { at: now, notes: [] }, ladder.letters);
  const isLate = Date.parse(now) - Date.parse(planned.at) > AT_ITS_TIME_MS;
  if (at >= planned.at && !(isLate && isConsultation)) return plan;

  const note: DateNote = isLate
    ? { code: 'opened-late', from: planned.at, movedTo: at }
    : { code: 'opened-early', from: planned.at, movedTo: at };
  const due = isLate ? dueWithTime(calendar, track, at) : dueOfTrack(track);
  const main = trackOf(calendar, {
    ...track,
    ladder,
    due: { ...due, notes: [note, ...due.notes] },
    prompt: { at, notes: planned.notes },
    ownPromptAt: planned.at,
    pursuit: track.neverLate ? 'never-late' : 'full',
  });
  const { noticeId, processId, directive, key, beforeStart, trial, ordinal } = plan;
  const flags = { opensAt: now, trial, beforeStart, ordinal };
  return periodOf({ noticeId, processId, directive, key }, [main, ...others], flags, []);
}

const dueOfTrack = ({ dueAt, lastDay, steps }: PlannedTrack): Due => ({
  dueAt,
  lastDay,
  notes: steps.find(({ kind }) => kind === 'due')?.notes ?? [],
});

/** The due time where it leaves time enough from `from` on, else the end of the day on which it does. */
function dueWithTime(calendar: NoticeCalendar, track: PlannedTrack, from: Instant): Due {
  const due = dueOfTrack(track);
  const least = calendar.onOrNextOpen(
    calendar.addWorkingDays(calendar.dayOf(from), LEAST_DAYS_TO_CONSULT),
  );
  if (due.lastDay >= least) return due;
  const dueAt = calendar.endOf(least);
  const moved: DateNote = { code: 'due-after-late-opening', day: due.lastDay, movedTo: least };
  return { dueAt, lastDay: least, notes: [...due.notes, moved] };
}
