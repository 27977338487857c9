import type { Instant, PlannedTrack } from '../../contracts/plan.ts';
import type { Moment } from './moment.ts';
import { periodOf } from './period.ts';
import { findPeriod, type PeriodPlan, type PlanContext } from './planContext.ts';
import { promptFromStart, recordedTrack, type TrackInput, trackOf } from './track.ts';
import { stateNotes, type Turn } from './turns.ts';

/** A track of something that is owed once. */
export interface OneOffTrack extends Omit<TrackInput, 'prompt' | 'draft' | 'pursuit'> {
  /** The prompt at its own time, whether or not that is before the start. */
  prompt: Moment;
  /** "có thể", or an opinion: whenever it comes it is in time. */
  neverLate: boolean;
}

/** A period that does not recur: a collection, a stage of a draft, a campaign's document or one of its peaks. */
export interface OneOff {
  key: string;
  /** The first is the main one. */
  tracks: [OneOffTrack, ...OneOffTrack[]];
}

/**
 * The plan of a process whose periods do not recur. What would begin before the start begins with it and is pursued
 * all the same (it has no next turn to be found in); only where no prompt can go out before the due time is nothing
 * held against anybody, as in a trial.
 */
export function oneOffPlan(
  context: PlanContext,
  processId: string,
  items: readonly OneOff[],
): PeriodPlan {
  let counted = 0;
  const planned = items.map((item) => {
    const state = stateOf(context, item.tracks[0]);
    if (state === 'full') counted += 1;
    return { ...item, state, ordinal: state === 'full' ? counted : 0 };
  });
  return {
    keys: planned.map(({ key }) => key),
    plan: (key) => {
      const { tracks, state, ordinal } = findPeriod(planned, processId, key);
      const { notice, directive, startsAt } = context;
      const name = { noticeId: notice.id, processId, directive, key };
      const [first, ...rest] = tracks;
      const opensAt = tracks.reduce(
        (earliest, { prompt }) => (prompt.at < earliest ? prompt.at : earliest),
        first.prompt.at,
      );
      const beforeStart = state === 'before-start';
      const flags = {
        opensAt: beforeStart || opensAt > startsAt ? opensAt : startsAt,
        trial: state === 'trial',
        beforeStart,
        ordinal,
      };
      const planTrack = (track: OneOffTrack): PlannedTrack => planOneOff(context, track);
      return periodOf(
        name,
        [planTrack(first), ...rest.map(planTrack)],
        flags,
        stateNotes(state, startsAt),
      );
    },
  };
}

function planOneOff(context: PlanContext, input: OneOffTrack): PlannedTrack {
  const state = stateOf(context, input);
  const { prompt, ownPromptAt, neverLate, ...track } = input;
  if (state === 'before-start') return recordedTrack(track);
  return trackOf(context.calendar, {
    ...track,
    prompt: startedPrompt(context, input),
    ownPromptAt,
    pursuit: neverLate ? 'never-late' : state,
  });
}

function stateOf(context: PlanContext, track: OneOffTrack): Turn['state'] {
  if (track.due.dueAt <= context.startsAt) return 'before-start';
  return startedPrompt(context, track) === null ? 'trial' : 'full';
}

function startedPrompt(
  { calendar, startsAt }: PlanContext,
  { prompt, due, ladder }: OneOffTrack,
): { at: Instant; notes: Moment['notes'] } | null {
  return promptFromStart(calendar, prompt, startsAt, due, ladder.letters);
}
