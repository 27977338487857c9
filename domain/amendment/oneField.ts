import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { DueDate, Notice, Process, Provenance } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { findProcess } from '../notice/findProcess.ts';
import { calendarOf } from '../plan/calendarOf.ts';
import { dueOf } from '../plan/due.ts';
import { NoSuchDay } from '../time/day.ts';
import { CalendarYearMissing } from '../time/workingCalendar.ts';

/** A day on which something is due once, as a decision moves it. */
export interface Move {
  /** in a campaign: `document` or a peak's id */
  of?: string | undefined;
  dueDate: string;
  boundary?: 'before' | 'by' | undefined;
  dueTime?: string | undefined;
}

/**
 * The notice with one date of a process moved, its provenance the decision; what the move does not name (the word before
 * the day, the time) stays.
 * @throws NotFound; Invalid for a process that recurs, a peak that does not exist, a day that is not after `now` or that
 * the calendar does not have; Conflict where it is due then already
 */
export function withDueMoved(
  notice: Notice,
  processId: string,
  move: Move,
  decided: { by: string; now: Instant },
): Notice {
  const { process } = findProcess(notice, processId);
  const calendar = calendarOf(notice);
  const provenance: Provenance = {
    source: 'office',
    by: decided.by,
    on: calendar.dayOf(decided.now),
  };
  const moved = (due: DueDate): DueDate => {
    const { dueDate: date, boundary = due.boundary, dueTime: time = due.time } = move;
    if (date === due.date && boundary === due.boundary && time === due.time) {
      throw new PermanentFailure(FAILURES.conflict, `it is due on ${date} already`, '/dueDate');
    }
    mustBeAhead(notice, { ...due, date, boundary, time }, decided.now);
    return { ...due, date, boundary, ...(time !== undefined && { time }), provenance };
  };
  return withProcess(notice, moveIn(process, move.of, moved));
}

/** The notice with a process on another of its ladders. @throws NotFound, Invalid */
export function withLadder(notice: Notice, processId: string, ladder: string): Notice {
  if (!notice.ladders.list.some(({ id }) => id === ladder)) {
    throw new PermanentFailure(FAILURES.invalid, `the notice has no ladder ${ladder}`, '/ladder');
  }
  const { process } = findProcess(notice, processId);
  if (process.kind !== 'programme') return withProcess(notice, { ...process, ladder });
  if (!('ladder' in process.checkIn)) {
    throw new PermanentFailure(
      FAILURES.invalid,
      `${processId} is asked for inside ${process.checkIn.inside} and has no ladder of its own`,
    );
  }
  return withProcess(notice, { ...process, checkIn: { ...process.checkIn, ladder } });
}

function moveIn(
  process: Process,
  of: string | undefined,
  moved: (due: DueDate) => DueDate,
): Process {
  switch (process.kind) {
    case 'drafting':
    case 'collection':
      if (of === undefined) return { ...process, due: moved(process.due) };
      return unknownDate(process, of);
    case 'campaign': {
      if (of === 'document') {
        const { document } = process;
        return { ...process, document: { ...document, due: moved(document.due) } };
      }
      if (!process.peaks.some(({ id }) => id === of)) return unknownDate(process, of);
      const peaks = process.peaks.map((peak) =>
        peak.id === of ? { ...peak, returnsDue: moved(peak.returnsDue) } : peak,
      );
      return { ...process, peaks };
    }
    case 'reporting-cycle':
    case 'programme':
      throw new PermanentFailure(
        FAILURES.invalid,
        `${process.id} recurs: its days are changed by amending the notice, one period's by extending it`,
      );
  }
}

function unknownDate({ id, kind }: Process, of: string | undefined): never {
  const why =
    kind === 'campaign'
      ? `${id} has several dates: name "document" or the id of a peak${of === undefined ? '' : `, not "${of}"`}`
      : `${id} has one date, and none called "${of}"`;
  throw new PermanentFailure(FAILURES.invalid, why, '/of');
}

function mustBeAhead(notice: Notice, due: DueDate, now: Instant): void {
  try {
    const { dueAt } = dueOf(calendarOf(notice), due);
    if (dueAt > now) return;
    throw new PermanentFailure(
      FAILURES.invalid,
      `the new due time ${dueAt} is not after now (${now}); choose a later day`,
      '/dueDate',
    );
  } catch (error) {
    if (error instanceof NoSuchDay || error instanceof CalendarYearMissing) {
      throw new PermanentFailure(FAILURES.invalid, error.message, '/dueDate');
    }
    throw error;
  }
}

const withProcess = (notice: Notice, changed: Process): Notice => ({
  ...notice,
  directives: notice.directives.map((directive) => ({
    ...directive,
    processes: directive.processes.map((one) => (one.id === changed.id ? changed : one)),
  })),
});
