import type { Ladder } from '../../contracts/notice/index.ts';
import type { DateNote, Instant, PlannedStep, PlannedTrack } from '../../contracts/plan.ts';
import { trackDueAt } from '../ladder/extend.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import type { Due } from '../plan/due.ts';
import { inOrder, workingDaysLater } from '../plan/ladderSteps.ts';
import { addDays } from '../time/zone.ts';
import { sameTrack } from './comparePlans.ts';

type Step = PlannedStep & { doneAt: Instant | null };

/** A schedule that open obligations are on: the planned one, or one that a decision made. */
export interface RunningSchedule {
  reason: string;
  dueAt: Instant;
  lastDay: string;
  lockAt: Instant | null;
  steps: readonly Step[];
}

/** The schedule that takes its place: what was taken stays taken, and nothing is put before the amendment. */
export interface AmendedSchedule {
  dueAt: Instant;
  lastDay: string;
  lockAt: Instant | null;
  steps: Step[];
  notes: DateNote[];
}

export interface AmendContext {
  calendar: NoticeCalendar;
  /** the amended notice's ladder of the track */
  ladder: Ladder;
  now: Instant;
}

/**
 * What an amendment makes of a running schedule: the ladder of the new plan from where it stands, or null where the plan
 * of its track is as it was. A due time that has passed never moves to an earlier one, an extension that ends later
 * stands, and a new due time that is over already becomes the end of the next open day.
 */
export function amendSchedule(
  plan: { before: PlannedTrack; after: PlannedTrack },
  running: RunningSchedule,
  context: AmendContext,
): AmendedSchedule | null {
  if (sameTrack(plan.before, plan.after)) return null;
  const due = amendedDue(plan, running, context);
  const target =
    due.dueAt === plan.after.dueAt && due.lastDay === plan.after.lastDay
      ? plan.after
      : trackDueAt(plan.after, due, context);
  const { dueAt, lastDay, notes } = target;
  const isOver = dueAt <= context.now;
  return {
    dueAt,
    lastDay,
    lockAt: isOver && isTaken(running, 'lock') ? running.lockAt : target.lockAt,
    steps: isOver ? pursued(running, target, context) : ahead(running, target, context),
    notes,
  };
}

/** The schedule of somebody who owes from the amendment on: asked at once in office hours, and never for what is over. */
export function newcomersSchedule(after: PlannedTrack, context: AmendContext): AmendedSchedule {
  const { calendar, now } = context;
  const asked = letterFrom(context, now);
  const due = asked < after.dueAt ? after : nextOpenEnd(calendar, now);
  const target = due === after ? after : trackDueAt(after, due, context);
  const own = after.steps.find(({ kind }) => kind === 'prompt');
  const at = own !== undefined && own.at > asked ? own.at : asked;
  const prompt: PlannedStep = { key: 'prompt', kind: 'prompt', notes: [], ...own, at };
  const rest = target.steps.filter(
    (step) =>
      step.kind !== 'prompt' && step.kind !== 'draft' && (step.kind !== 'remind' || step.at > at),
  );
  const { dueAt, lastDay, lockAt, notes } = target;
  const steps = inOrder([prompt, ...rest]).map((step) => ({ ...step, doneAt: null }));
  return { dueAt, lastDay, lockAt, steps, notes };
}

function amendedDue(
  { before, after }: { before: PlannedTrack; after: PlannedTrack },
  running: RunningSchedule,
  { calendar, now }: AmendContext,
): Due {
  const stays: Due = { dueAt: running.dueAt, lastDay: running.lastDay, notes: [] };
  if (before.dueAt === after.dueAt) return stays;
  if (after.dueAt > now) {
    const isExtended = running.reason === 'extension' && running.dueAt > after.dueAt;
    return isExtended ? stays : { dueAt: after.dueAt, lastDay: after.lastDay, notes: after.notes };
  }
  if (running.dueAt <= now) return stays;
  const soon = nextOpenEnd(calendar, now);
  return soon.dueAt < running.dueAt
    ? { ...soon, notes: [{ code: 'not-before-amendment', from: after.dueAt, movedTo: soon.dueAt }] }
    : stays;
}

function nextOpenEnd(calendar: NoticeCalendar, now: Instant): Due {
  const lastDay = calendar.onOrNextOpen(addDays(calendar.dayOf(now), 1));
  return { dueAt: calendar.endOf(lastDay), lastDay, notes: [] };
}

/** Still before the due time: the prompt stays taken, and everything that follows is told anew from the new day. */
function ahead(running: RunningSchedule, target: PlannedTrack, context: AmendContext): Step[] {
  const earliest = letterFrom(context, context.now);
  const opening = running.steps.filter(isOpening).map((step): Step => {
    const planned = target.steps.find(({ key }) => key === step.key);
    if (step.doneAt !== null || planned === undefined) return step;
    return { ...planned, at: planned.at > earliest ? planned.at : earliest, doneAt: null };
  });
  const rest = target.steps
    .filter((step) => !isOpening(step) && (step.kind !== 'remind' || step.at > context.now))
    .map((step): Step => ({ ...step, doneAt: null }));
  return inOrder([...opening, ...rest]);
}

/**
 * The due time is over: taken steps stay, and those of the new ladder that have not been taken follow, none before now
 * and each rung its own working days after one that had to wait.
 */
function pursued(running: RunningSchedule, target: PlannedTrack, context: AmendContext): Step[] {
  const taken = running.steps.filter(({ doneAt }) => doneAt !== null);
  const isNew = ({ key }: PlannedStep) => taken.every((step) => step.key !== key);
  const earliest = letterFrom(context, context.now);
  let waited: Instant | null = null;
  const rest = target.steps
    .filter(
      (step) => isNew(step) && !isOpening(step) && step.kind !== 'remind' && step.kind !== 'due',
    )
    .map((step): Step => {
      const after: Instant | null =
        waited !== null && step.rung !== undefined
          ? workingDaysLater(context.calendar, waited, step.rung)
          : null;
      const own = step.at > earliest ? step.at : earliest;
      const at = after !== null && after > own ? after : own;
      if (step.kind === 'lock' || step.kind === 'rung') waited = at === step.at ? null : at;
      return { ...step, at, doneAt: null };
    });
  const untold = running.steps.filter(
    (step) => step.doneAt === null && (isOpening(step) || step.kind === 'due'),
  );
  return inOrder([...taken, ...untold, ...rest]);
}

const isOpening = ({ kind }: PlannedStep): boolean => kind === 'prompt' || kind === 'draft';

const isTaken = ({ steps }: RunningSchedule, key: string): boolean =>
  steps.some((step) => step.key === key && step.doneAt !== null);

const letterFrom = ({ calendar, ladder }: AmendContext, at: Instant): Instant =>
  ladder.letters === 'any-hour' ? at : calendar.deferToOffice(at);
