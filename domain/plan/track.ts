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
  /** The engine drafts the document itself at this moment (a digest). */
  draft?: Moment;
  pursuit: Pursuit;
}

/** The whole track: the prompt, what leads up to the due time, and what follows it. */
export function trackOf(calendar: NoticeCalendar, input: TrackInput): PlannedTrack {
  const { ladder, due, prompt, draft, pursuit } = input;
  const ladderInput = { calendar, ladder, due, pursuit };
  const reminders =
    prompt === null ? { steps: [], notes: [] } : reminderSteps(ladderInput, prompt.at);
  const later = stepsFromDue(ladderInput);
  const opening: PlannedStep[] = [];
  if (prompt !== null) opening.push({ key: 'prompt', kind: 'prompt', ...prompt });
  if (draft !== undefined) opening.push({ key: 'draft', kind: 'draft', ...draft });
  return {
    ...headOf(input),
    lockAt: later.lockAt,
    steps: inOrder([...opening, ...reminders.steps, ...later.steps]),
    notes: [...due.notes, ...reminders.notes],
  };
}

/** A track that is recorded and nothing more: its due time lies before the start, so there are no letters and no lock. */
export function recordedTrack(input: Omit<TrackInput, 'prompt' | 'draft' | 'pursuit'>): PlannedTrack {
  return { ...headOf(input), lockAt: null, steps: [], notes: input.due.notes };
}

function headOf(
  input: Omit<TrackInput, 'prompt' | 'draft' | 'pursuit'>,
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
