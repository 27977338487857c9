import type { Ladder, Rung } from '../../contracts/notice/index.ts';
import type { DateNote, Instant, PlannedStep } from '../../contracts/plan.ts';
import { STEP_KINDS } from '../../contracts/plan.ts';
import type { NoticeCalendar } from './calendarOf.ts';
import type { Due } from './due.ts';
import {
  following,
  leadingUp,
  type Moment,
  outOfQuiet,
  whenLeadingLettersGo,
  whenLettersGo,
} from './moment.ts';

/** What the steps of one ladder hang on. */
export interface LadderInput {
  calendar: NoticeCalendar;
  ladder: Ladder;
  due: Due;
  pursuit: Pursuit;
}

/**
 * How far a ladder goes: the whole way; a trial period is told when it is overdue, but nothing locks or climbs; an
 * optional process ("có thể") and an opinion are never late.
 */
export type Pursuit = 'full' | 'trial' | 'never-late';

/** Steps in the order in which they are taken: by instant, and those that share one by what they do. */
export function inOrder<Step extends PlannedStep>(steps: readonly Step[]): Step[] {
  return steps
    .map((step, index) => ({ step, index, rank: STEP_KINDS.indexOf(step.kind) }))
    .sort((a, b) => {
      if (a.step.at !== b.step.at) return a.step.at < b.step.at ? -1 : 1;
      return a.rank - b.rank || a.index - b.index;
    })
    .map(({ step }) => step);
}

/**
 * The reminders that go out after `after` (the prompt, or now) and before the due time. One that falls into a quiet
 * period is dropped, which its note says; of two that office hours bring to one instant, one goes out.
 */
export function reminderSteps(
  { calendar, ladder, due }: LadderInput,
  after: Instant,
): { steps: PlannedStep[]; notes: DateNote[] } {
  const steps: PlannedStep[] = [];
  const notes: DateNote[] = [];
  for (const [index, timing] of ladder.reminders.entries()) {
    const moment = leadingUp(calendar, due.lastDay, timing);
    const quiet = moment.notes.find((note) => note.code === 'quiet-period');
    if (quiet !== undefined) {
      const { name, from, to } = quiet;
      notes.push({ code: 'dropped-in-quiet-period', name, from, to });
      continue;
    }
    const letter = whenLeadingLettersGo(calendar, moment, ladder.letters, due.dueAt);
    const isFree = steps.every((other) => other.at !== letter.at);
    if (letter.at > after && letter.at < due.dueAt && isFree) {
      steps.push({ key: `remind-${index + 1}`, kind: 'remind', ...letter });
    }
  }
  return { steps, notes };
}

/**
 * The steps from the due time on: due, the notice to the silent party, the lock, the rungs, the close. `lockAt` is
 * null unless it is pursued in full. None is before the due time. The close comes when nothing more can happen without a
 * decision: a working day after the last of them, and not before the working days that review takes are over.
 */
export function stepsFromDue(input: LadderInput): { steps: PlannedStep[]; lockAt: Instant | null } {
  const { calendar, ladder, due, pursuit } = input;
  const steps: PlannedStep[] = [{ key: 'due', kind: 'due', at: due.dueAt, notes: due.notes }];
  if (ladder.overdueNotice !== undefined && pursuit !== 'never-late') {
    const moment = notBefore(following(calendar, due.lastDay, ladder.overdueNotice), due.dueAt);
    const letter = whenLettersGo(calendar, moment, ladder.letters);
    steps.push({ key: 'overdue', kind: 'overdue', ...letter });
  }
  let lockAt: Instant | null = null;
  if (pursuit === 'full') {
    const lock = lockMoment(input);
    lockAt = lock.at;
    steps.push(
      { key: 'lock', kind: 'lock', ...lock },
      ...rungSteps(calendar, ladder.rungs, lockAt),
    );
  }
  const last = steps.reduce((latest, { at }) => (at > latest ? at : latest), due.dueAt);
  steps.push({ key: 'close', kind: 'close', at: closeAt(calendar, due, last), notes: [] });
  return { steps, lockAt };
}

/** The rungs of a ladder that locks at `lockAt`, each its own working days after the one before it, at the lock's time of day. */
export function rungSteps(
  calendar: NoticeCalendar,
  rungs: readonly Rung[],
  lockAt: Instant,
): PlannedStep[] {
  let before = lockAt;
  return rungs.map((rung) => {
    const moment = outOfQuiet(calendar, workingDaysLater(calendar, before, rung));
    before = moment.at;
    return { key: `rung-${rung.id}`, kind: 'rung', rung, ...moment };
  });
}

/** The instant a rung's own working days after `before`, at the same time of day. */
export function workingDaysLater(
  calendar: NoticeCalendar,
  before: Instant,
  rung: Pick<Rung, 'after'>,
): Instant {
  const { workingDays } = rung.after;
  if (workingDays === 0) return before;
  const day = calendar.addWorkingDays(calendar.dayOf(before), workingDays);
  return calendar.sameTimeOn(day, before);
}

/** Never before the due time, and never in a quiet period: its own day's, or the one that the due time ends at. */
function lockMoment({ calendar, ladder, due }: LadderInput): Moment {
  if (ladder.lock === 'at-due') return outOfQuiet(calendar, due.dueAt);
  const own = notBefore(following(calendar, due.lastDay, ladder.lock), due.dueAt);
  const moved = outOfQuiet(calendar, own.at);
  return { at: moved.at, notes: [...own.notes, ...moved.notes] };
}

function notBefore(moment: Moment, earliest: Instant): Moment {
  return moment.at < earliest ? { ...moment, at: earliest } : moment;
}

function closeAt(calendar: NoticeCalendar, due: Due, lastStepAt: Instant): Instant {
  const closing = (day: string, workingDays: number): Instant =>
    calendar.at(calendar.addWorkingDays(day, workingDays), calendar.officeHours.to);
  const afterSteps = closing(calendar.dayOf(lastStepAt), 1);
  const afterReview = closing(due.lastDay, calendar.reviewWorkingDays + 1);
  return afterSteps > afterReview ? afterSteps : afterReview;
}
