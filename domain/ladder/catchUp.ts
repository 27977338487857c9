import type { Ladder } from '../../contracts/notice/index.ts';
import type { Instant, PlannedStep, PlannedTrack, StepKind } from '../../contracts/plan.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import type { Due } from '../plan/due.ts';
import { inOrder, rungSteps, workingDaysLater } from '../plan/ladderSteps.ts';
import { outOfQuiet } from '../plan/moment.ts';
import type { MovedStep } from './afterGate.ts';
import { trackDueAt } from './extend.ts';

/** A stretch in which the engine was down; `until` is the recovery. */
export interface Outage {
  from: Instant;
  until: Instant;
}

export interface CatchUpInput {
  calendar: NoticeCalendar;
  ladder: Ladder;
  /** The schedule as it stood. */
  track: PlannedTrack;
  /** When each step that was taken was taken, by key. */
  doneAt: Readonly<Record<string, Instant>>;
  now: Instant;
  toleranceMinutes: number;
  graceWorkingDays: number;
  outages: readonly Outage[];
}

/** What is done about one schedule after an outage. */
export interface CatchUp {
  /** Steps that are taken now, in order. */
  takeNow: PlannedStep[];
  /** Letters to the party that were missed: one catch-up letter stands for all of them, over all its schedules. */
  replaced: PlannedStep[];
  /** The prompt is among those, so the catch-up letter has to bring the outline. */
  replacesPrompt: boolean;
  /** Steps that now come later, because each rung keeps its distance from the one before it. */
  later: MovedStep[];
  /** The due time or the lock fell into the outage: the schedule from here on; `track` above is the old one. */
  moved: {
    what: 'due' | 'lock';
    track: PlannedTrack;
    oldDueAt: Instant;
    oldLockAt: Instant | null;
  } | null;
}

const LETTERS: readonly StepKind[] = ['prompt', 'remind', 'overdue'];
const BEFORE_DUE: readonly StepKind[] = ['prompt', 'draft', 'remind'];
const BEFORE_LOCK: readonly StepKind[] = [...BEFORE_DUE, 'due', 'overdue'];

/**
 * After an outage (the domain's "Time"): nobody is late because the engine was down at the due time, so a due time inside
 * one, or a lock inside one longer than the tolerance, moves to some working days after the recovery; missed letters become
 * one catch-up letter, not the backlog; skipped rungs are taken in order, each its own working days after the last.
 */
export function catchUp(input: CatchUpInput): CatchUp {
  const { track, doneAt, now, toleranceMinutes } = input;
  const latestInTime = new Date(Date.parse(now) - toleranceMinutes * 60_000).toISOString();
  const missed = track.steps.filter(({ key, at }) => doneAt[key] === undefined && at <= now);
  const replaced = missed.filter(({ kind, at }) => LETTERS.includes(kind) && at < latestInTime);
  const replacesPrompt = replaced.some(({ kind }) => kind === 'prompt');

  const moved = movedBy(input);
  if (moved !== null) {
    const ahead = moved.what === 'due' ? BEFORE_DUE : BEFORE_LOCK;
    const takeNow = missed.filter((step) => ahead.includes(step.kind) && !replaced.includes(step));
    return { takeNow, replaced, replacesPrompt, later: [], moved };
  }
  const rungs = rungsInOrder(input);
  const plain = missed.filter(
    (step) => step.kind !== 'rung' && step.kind !== 'close' && !replaced.includes(step),
  );
  const takeNow = inOrder([...plain, ...rungs.takeNow]);
  const close = closeAfter(input, rungs.lastAt);
  if (close.later !== null) rungs.later.push(close.later);
  else if (close.isMissed) takeNow.push(...missed.filter(({ kind }) => kind === 'close'));
  return { takeNow, replaced, replacesPrompt, later: rungs.later, moved: null };
}

/** The schedule that an outage over the due time, or over the lock, gives; null where it covered neither. */
function movedBy(input: CatchUpInput): CatchUp['moved'] {
  const { calendar, ladder, track, doneAt, now } = input;
  const { dueAt: oldDueAt, lockAt: oldLockAt } = track;
  const isLong = ({ from, until }: Outage): boolean =>
    Date.parse(until) - Date.parse(from) > input.toleranceMinutes * 60_000;
  const graceDay = (outage: Outage): string => {
    const recovered = calendar.dayOf(outage.until);
    return calendar.onOrNextOpen(calendar.addWorkingDays(recovered, input.graceWorkingDays));
  };
  const overDue = doneAt.due === undefined ? covering(input.outages, oldDueAt) : undefined;
  if (overDue !== undefined) {
    const lastDay = graceDay(overDue);
    const endsTheDay = oldDueAt === calendar.endOf(track.lastDay);
    const dueAt = endsTheDay ? calendar.endOf(lastDay) : calendar.sameTimeOn(lastDay, oldDueAt);
    const due: Due = { dueAt, lastDay, notes: [] };
    const onward = trackDueAt(track, due, { calendar, ladder, now });
    return { what: 'due', track: onward, oldDueAt, oldLockAt };
  }
  if (oldLockAt === null || doneAt.lock !== undefined) return null;
  const overLock = covering(input.outages.filter(isLong), oldLockAt);
  if (overLock === undefined) return null;
  const lockAt = calendar.sameTimeOn(graceDay(overLock), oldLockAt);
  const rungs = rungSteps(calendar, ladder.rungs, lockAt);
  const lastAt = rungs[rungs.length - 1]?.at ?? lockAt;
  const kept = track.steps.flatMap((step): PlannedStep[] => {
    if (doneAt[step.key] !== undefined || step.kind === 'rung') return [];
    if (step.kind === 'lock') return [{ ...step, at: lockAt }];
    if (step.kind === 'close')
      return [{ ...step, at: laterOf(step.at, closing(calendar, lastAt)) }];
    return step.at > now ? [step] : [];
  });
  const onward = { ...track, lockAt, steps: inOrder([...kept, ...rungs]) };
  return { what: 'lock', track: onward, oldDueAt, oldLockAt };
}

/** The outage in which an instant fell. */
const covering = (outages: readonly Outage[], at: Instant): Outage | undefined =>
  outages.find(({ from, until }) => from <= at && at < until);

/** Rungs that are due now, one at a time: a rung taken late puts off those behind it. */
function rungsInOrder({ calendar, track, doneAt, now }: CatchUpInput): {
  takeNow: PlannedStep[];
  later: MovedStep[];
  /** When the last rung is taken; null where nothing climbs. */
  lastAt: Instant | null;
} {
  const takeNow: PlannedStep[] = [];
  const later: MovedStep[] = [];
  if (track.lockAt === null) return { takeNow, later, lastAt: null };
  let before = doneAt.lock ?? laterOf(track.lockAt, now);
  for (const step of track.steps) {
    if (step.rung === undefined) continue;
    const taken = doneAt[step.key];
    if (taken !== undefined) {
      before = taken;
      continue;
    }
    const earliest = outOfQuiet(calendar, workingDaysLater(calendar, before, step.rung)).at;
    const at = laterOf(step.at, earliest);
    if (at <= now) takeNow.push(step);
    else if (at > step.at) later.push({ key: step.key, at });
    before = laterOf(at, now);
  }
  return { takeNow, later, lastAt: before };
}

function closeAfter(
  { calendar, track, doneAt, now }: CatchUpInput,
  lastAt: Instant | null,
): { later: MovedStep | null; isMissed: boolean } {
  const close = track.steps.find(({ kind }) => kind === 'close');
  if (close === undefined || doneAt[close.key] !== undefined)
    return { later: null, isMissed: false };
  const at = lastAt === null ? close.at : laterOf(close.at, closing(calendar, lastAt));
  return { later: at > close.at ? { key: close.key, at } : null, isMissed: close.at <= now };
}

/** A period closes a working day after its last rung, when the office does. */
function closing(calendar: NoticeCalendar, lastAt: Instant): Instant {
  return calendar.at(calendar.addWorkingDays(calendar.dayOf(lastAt), 1), calendar.officeHours.to);
}

function laterOf(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
