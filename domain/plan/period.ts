import type { DateNote, Instant, PlannedPeriod, PlannedTrack } from '../../contracts/plan.ts';

/** Which period it is; a stage or a peak adds its id to the key. */
export interface PeriodName {
  noticeId: string;
  processId: string;
  directive: string;
  key: string;
}

/**
 * A period over its tracks; the first of them is the main one, whose due time is the period's. It opens at `opensAt`, or
 * with its first step where that is earlier (a digest that is drafted before it is asked for).
 */
export function periodOf(
  name: PeriodName,
  tracks: [PlannedTrack, ...PlannedTrack[]],
  state: { opensAt: Instant; trial: boolean; beforeStart: boolean; ordinal: number },
  notes: DateNote[],
): PlannedPeriod {
  const [main] = tracks;
  const steps = tracks.flatMap((track) => track.steps);
  const closes = steps.filter(({ kind }) => kind === 'close');
  return {
    ...name,
    opensAt: steps.reduce((first, { at }) => (at < first ? at : first), state.opensAt),
    dueAt: main.dueAt,
    closesAt: closes.reduce((latest, { at }) => (at > latest ? at : latest), main.dueAt),
    trial: state.trial,
    beforeStart: state.beforeStart,
    ordinal: state.ordinal,
    tracks,
    notes: [...notes, ...main.notes],
  };
}
