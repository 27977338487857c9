import type { Ladder, Timing } from '../../contracts/notice/index.ts';
import type {
  DateNote,
  Deliverable,
  Instant,
  PlannedPeriod,
  PlannedTrack,
} from '../../contracts/plan.ts';
import type { NoticeCalendar } from './calendarOf.ts';
import type { Due } from './due.ts';
import { type LetterHours, leadingUp, type Moment, whenLettersGo } from './moment.ts';
import { periodOf } from './period.ts';
import { findPeriod, type PeriodPlan, type PlanContext } from './planContext.ts';
import { promptFromStart, recordedTrack, trackOf } from './track.ts';
import { stateNotes, type Turn } from './turns.ts';

/** What every period of a recurring process has in common. */
export interface RecurringProcess {
  processId: string;
  deliverable: Deliverable;
  parties: string[];
  ladder: Ladder;
  outline: string;
  /** Told from the due day; without it a period opens with its prompt. */
  opens?: Timing | undefined;
}

/** What a period may have beside the steps of its ladder. */
export interface TurnExtras {
  /** When the engine drafts the document itself. */
  draft?: (turn: Turn) => Moment;
  /** Tracks beside the main one, in a period that is pursued in full. */
  further?: (turn: Turn, main: PlannedTrack) => PlannedTrack[];
}

/** The plan of a recurring process over its turns. */
export function recurringPlan(
  context: PlanContext,
  process: RecurringProcess,
  turns: readonly Turn[],
  extras: TurnExtras = {},
): PeriodPlan {
  return {
    keys: turns.map(({ key }) => key),
    plan: (key) => planTurn(context, process, findPeriod(turns, process.processId, key), extras),
  };
}

function planTurn(
  { notice, calendar, startsAt, directive }: PlanContext,
  { processId, deliverable, parties, ladder, outline, opens }: RecurringProcess,
  turn: Turn,
  extras: TurnExtras,
): PlannedPeriod {
  const { key, due, state, ordinal } = turn;
  const name = { noticeId: notice.id, processId, directive, key };
  const notes = stateNotes(state, startsAt);
  const base = { key: 'main', deliverable, parties, ladder, outline, due };
  const opensAt = opensWith(turn.prompt, opens && leadingUp(calendar, due.lastDay, opens));
  if (state === 'before-start') {
    const flags = { opensAt, trial: false, beforeStart: true, ordinal };
    return periodOf(name, [recordedTrack(base)], flags, notes);
  }
  const planned = extras.draft?.(turn);
  const draft = planned && notBeforeStart(planned, startsAt);
  const started = promptFromStart(calendar, turn.prompt, startsAt, due, ladder.letters);
  const main = trackOf(calendar, {
    ...base,
    prompt: started && draft ? afterDraft(calendar, started, draft, due, ladder.letters) : started,
    ownPromptAt: turn.prompt.at,
    ...(draft === undefined ? {} : { draft }),
    pursuit: state,
  });
  const further = state === 'full' ? (extras.further?.(turn, main) ?? []) : [];
  const flags = {
    opensAt: opensAt < startsAt ? startsAt : opensAt,
    trial: state === 'trial',
    beforeStart: false,
    ordinal,
  };
  return periodOf(name, [main, ...further], flags, notes);
}

function notBeforeStart(moment: Moment, startsAt: Instant): Moment {
  if (moment.at >= startsAt) return moment;
  const note: DateNote = { code: 'compressed-to-start', from: moment.at, movedTo: startsAt };
  return { at: startsAt, notes: [...moment.notes, note] };
}

/** Nobody is asked to release a draft that is not there yet, unless only an earlier letter comes before the due time. */
function afterDraft(
  calendar: NoticeCalendar,
  prompt: Moment,
  draft: Moment,
  due: Due,
  letters: LetterHours,
): Moment {
  if (prompt.at >= draft.at) return prompt;
  const moved = whenLettersGo(calendar, draft, letters);
  return moved.at < due.dueAt ? moved : prompt;
}

/** A period opens with its prompt, or earlier where its file says so. */
function opensWith(prompt: Moment, own: Moment | undefined): string {
  return own !== undefined && own.at < prompt.at ? own.at : prompt.at;
}
