import type { Ladder, Timing } from '../../contracts/notice/index.ts';
import type {
  DateNote,
  Deliverable,
  Instant,
  PlannedStep,
  PlannedTrack,
} from '../../contracts/plan.ts';
import type { NoticeCalendar } from './calendarOf.ts';
import type { Due } from './due.ts';
import { inOrder, type Pursuit, reminderSteps, stepsFromDue } from './ladderSteps.ts';
import { leadingUp, type Moment, whenLeadingLettersGo, whenLettersGo } from './moment.ts';

/** What a track is made of; `prompt` null means that none can go out before the due time. */
export interface TrackInput {
  key: string;
  deliverable: Deliverable;
  parties: string[];
  ladder: Ladder;
  outline: string | null;
  due: Due;
  prompt: Moment | null;
  /** The prompt's instant by its own rule, before the start or an earlier stage moved it. */
  ownPromptAt: Instant;
  /** The engine drafts the document itself at this moment (a digest). */
  draft?: Moment;
  pursuit: Pursuit;
}

/** What a track that is only recorded does without. */
type PursuedOnly = 'prompt' | 'ownPromptAt' | 'draft' | 'pursuit';

/** The whole track: the prompt, what leads up to the due time, and what follows it. */
export function trackOf(calendar: NoticeCalendar, input: TrackInput): PlannedTrack {
  const { ladder, due, prompt, ownPromptAt, draft, pursuit } = input;
  const ladderInput = { calendar, ladder, due, pursuit };
  const reminders = reminderSteps(ladderInput, remindersFrom(calendar, prompt, ownPromptAt, due));
  const later = stepsFromDue(ladderInput);
  const opening: PlannedStep[] = [];
  if (prompt !== null) opening.push({ key: 'prompt', kind: 'prompt', ...prompt });
  if (draft !== undefined) opening.push({ key: 'draft', kind: 'draft', ...draft });
  return {
    ...headOf(input),
    lockAt: later.lockAt,
    ...(pursuit === 'never-late' && { neverLate: true }),
    steps: inOrder([...opening, ...reminders.steps, ...later.steps]),
    notes: [...due.notes, ...reminders.notes],
  };
}

/** Reminders follow the prompt, and not on the day to which it was moved: nobody is reminded of this morning's letter. */
function remindersFrom(
  calendar: NoticeCalendar,
  prompt: Moment | null,
  ownPromptAt: Instant,
  due: Due,
): Instant {
  if (prompt === null) return due.dueAt;
  return prompt.at === ownPromptAt ? prompt.at : calendar.endOf(calendar.dayOf(prompt.at));
}

/** A track that is recorded and nothing more: its due time lies before the start, so there are no letters and no lock. */
export function recordedTrack(input: Omit<TrackInput, PursuedOnly>): PlannedTrack {
  return { ...headOf(input), lockAt: null, steps: [], notes: input.due.notes };
}

function headOf(
  input: Omit<TrackInput, PursuedOnly>,
): Omit<PlannedTrack, 'lockAt' | 'steps' | 'notes'> {
  const { key, deliverable, parties, ladder, outline, due } = input;
  const { dueAt, lastDay } = due;
  return { key, deliverable, parties, ladder: ladder.id, outline, dueAt, lastDay };
}

/** The prompt of a ladder at its own time, told from the due day and out of quiet periods. */
export function promptMoment(
  calendar: NoticeCalendar,
  due: Due,
  timing: Timing,
  letters: Ladder['letters'],
): Moment {
  const moment = leadingUp(calendar, due.lastDay, timing);
  return whenLeadingLettersGo(calendar, moment, letters, due.dueAt);
}

/**
 * A prompt whose own time lies before the start goes out at the start, in office hours, and says so. Null where even
 * that would not be before the due time.
 */
export function promptFromStart(
  calendar: NoticeCalendar,
  prompt: Moment,
  startsAt: Instant,
  due: Due,
  letters: Ladder['letters'],
): Moment | null {
  if (prompt.at >= startsAt) return prompt;
  const { at } = whenLettersGo(calendar, { at: startsAt, notes: [] }, letters);
  if (at >= due.dueAt) return null;
  const note: DateNote = { code: 'compressed-to-start', from: prompt.at, movedTo: at };
  return { at, notes: [...prompt.notes, note] };
}
