import type { AddPeak } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import { type PlanOptions, planPeak } from '../plan/planProcess.ts';
import { CalendarYearMissing } from '../time/workingCalendar.ts';
import type { Peak } from './yearsOfPeaks.ts';

export interface FurtherPeak {
  notice: Notice;
  processId: string;
  options: PlanOptions;
  /** the campaign's peaks so far */
  peaks: readonly Pick<Peak, 'id' | 'from' | 'to' | 'state'>[];
  wanted: Omit<AddPeak, 'reason'>;
  now: Instant;
}

/**
 * The period of a peak that is added to a campaign, planned by the same rules as the file's own. It counts for the year
 * in which it begins.
 * @throws Invalid, with the field at fault, for days out of order, outside the notice or its calendar, for a call that could no longer go out in time, and for days on which another peak is held
 */
export function furtherPeak(further: FurtherPeak): PlannedPeriod {
  const { notice, processId, options, peaks, wanted, now } = further;
  const { from, to, call, returnsDue } = wanted;
  mustBeInOrder(notice, wanted);
  const other = peaks.find(
    (peak) => peak.state !== 'cancelled' && peak.from <= to && from <= peak.to,
  );
  if (other) {
    throw refusal('/from', `from ${other.from} to ${other.to} the peak ${other.id} is held`);
  }
  const year = Number(from.slice(0, 4));
  const added = peaks.filter(({ id }) => id.startsWith(`${year}-added-`)).length;
  const period = planned(() =>
    planPeak(
      notice,
      processId,
      {
        id: `${year}-added-${added + 1}`,
        year,
        from,
        to,
        call,
        returnsDue: { date: returnsDue, boundary: 'by', roll: 'stay' },
      },
      options,
    ),
  );
  const calledAt = period.tracks[0]?.steps.find(({ kind }) => kind === 'prompt')?.at;
  if (calledAt !== undefined && calledAt >= now) return period;
  throw refusal('/call', `a call on ${call} could no longer go out in time`);
}

function mustBeInOrder({ head }: Notice, wanted: FurtherPeak['wanted']): void {
  const { from, to, call, returnsDue } = wanted;
  const { concludedOn, endsOn } = head;
  if (call < concludedOn) throw refusal('/call', `the notice was concluded on ${concludedOn}`);
  if (from < call)
    throw refusal('/from', `a peak begins on the day of its call, ${call}, or after`);
  if (to < from) throw refusal('/to', `${to} is before ${from}`);
  if (returnsDue < to) {
    throw refusal('/returnsDue', `returns are due on the last day of the peak, ${to}, or after`);
  }
  if (returnsDue > endsOn) throw refusal('/returnsDue', `the notice ends on ${endsOn}`);
}

function planned(plan: () => PlannedPeriod): PlannedPeriod {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    throw refusal('/returnsDue', error.message);
  }
}

const refusal = (pointer: string, message: string): PermanentFailure =>
  new PermanentFailure(FAILURES.invalid, message, pointer);
