import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import { findProcess } from '../notice/findProcess.ts';
import { NoSuchDay } from '../time/day.ts';
import { CalendarYearMissing } from '../time/workingCalendar.ts';
import { calendarOf } from './calendarOf.ts';
import { dueOf } from './due.ts';
import { whenLettersGo } from './moment.ts';
import { periodOf } from './period.ts';
import { ladderOf } from './planContext.ts';
import { trackOf } from './track.ts';

/**
 * The process that an explanation belongs to: the cycle whose reports the digest draws on, which runs to the notice's
 * end, whatever process the misses were in. A collection would wait for it, a cancelled process never ask for it.
 */
export function explanationProcess(notice: Notice, digestProcess: string): string {
  const { process } = findProcess(notice, digestProcess);
  return process.kind === 'reporting-cycle' && process.drawsOn !== undefined
    ? process.drawsOn.process
    : digestProcess;
}

/** An explanation as the chair asks for it. */
export interface ExplanationAsked {
  /** the process that it belongs to (`explanationProcess`) */
  processId: string;
  /** the position that owes it */
  party: string;
  /** the last day, 'YYYY-MM-DD'; the settings' working days from now where it is left out */
  dueDate?: string | undefined;
  /** when it is asked for */
  at: Instant;
}

/**
 * The period that a decision to ask for an explanation adds: one party, prompted at once in office hours and pursued by
 * the ladder that the settings name. Its track is not the main one, so it is nobody's report: no words of the notice,
 * no certificate and no digest hang on it.
 * @throws Conflict where the settings say nothing of explanations; Invalid where the day does not exist, leaves no time
 * for a letter, or lies where the notice has no calendar
 */
export function planExplanation(notice: Notice, asked: ExplanationAsked): PlannedPeriod {
  try {
    return plan(notice, asked);
  } catch (error) {
    if (error instanceof NoSuchDay || error instanceof CalendarYearMissing) {
      throw new PermanentFailure(FAILURES.invalid, error.message, '/dueDate');
    }
    throw error;
  }
}

function plan(notice: Notice, asked: ExplanationAsked): PlannedPeriod {
  const { processId, party, at } = asked;
  const { explanation } = notice.settings;
  if (explanation === undefined) {
    throw new PermanentFailure(
      FAILURES.conflict,
      'the notice does not say how an explanation is followed up (settings.explanation)',
      '/handling',
    );
  }
  const calendar = calendarOf(notice);
  const ladder = ladderOf(notice, explanation.ladder);
  const date =
    asked.dueDate ?? calendar.addWorkingDays(calendar.dayOf(at), explanation.withinWorkingDays);
  const due = dueOf(calendar, { date, boundary: 'by', roll: 'stay' });
  const prompt = whenLettersGo(calendar, { at, notes: [] }, ladder.letters);
  if (prompt.at >= due.dueAt) {
    throw new PermanentFailure(
      FAILURES.invalid,
      `no letter that asks for it can go out before the end of ${date}: name a later day`,
      '/dueDate',
    );
  }
  const track = trackOf(calendar, {
    key: 'explanation',
    deliverable: 'explanation',
    parties: [party],
    ladder,
    outline: explanation.outline,
    due,
    prompt,
    ownPromptAt: prompt.at,
    pursuit: 'full',
  });
  const { directive } = findProcess(notice, processId);
  const name = {
    noticeId: notice.id,
    processId,
    directive: directive.no,
    key: `${due.lastDay}-explanation-${party}`,
  };
  return periodOf(name, [track], { opensAt: at, trial: false, beforeStart: false, ordinal: 0 }, []);
}
