import type { Rung } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import { workingDaysLater } from '../plan/ladderSteps.ts';
import { outOfQuiet } from '../plan/moment.ts';

/** A step of a schedule as the register has it. */
export interface ScheduledStep {
  key: string;
  kind: string;
  at: Instant;
  rung: Pick<Rung, 'after'> | null;
  doneAt: Instant | null;
}

export interface MovedStep {
  key: string;
  at: Instant;
}

/**
 * The rungs that move because a step ahead of them was taken late: a lock that a gate kept back (the office certified
 * late) or a rung after an outage. Each stays at least its own working days after the one before it, so that nobody
 * is told before the one below has had time to act. `steps` are a schedule's steps in the order of the ladder; only
 * those still to come and really moved are returned, never an earlier instant than planned. The close stays behind them.
 */
export function afterGate(
  calendar: NoticeCalendar,
  steps: readonly ScheduledStep[],
  taken: ScheduledStep,
): MovedStep[] {
  const place = steps.findIndex(({ key }) => key === taken.key);
  const moved = rungsAfter(calendar, steps.slice(place + 1), taken.doneAt ?? taken.at);
  return [...moved, ...closeBehind(calendar, steps, moved)];
}

/** The close of a schedule whose rungs have moved past it: a working day after the last of them, as the office closes. */
function closeBehind(
  calendar: NoticeCalendar,
  steps: readonly ScheduledStep[],
  moved: readonly MovedStep[],
): MovedStep[] {
  const last = moved.reduce((latest, { at }) => (at > latest ? at : latest), '');
  const close = steps.find(({ kind, doneAt }) => kind === 'close' && doneAt === null);
  if (close === undefined || last === '' || close.at > last) return [];
  const day = calendar.addWorkingDays(calendar.dayOf(last), 1);
  return [{ key: close.key, at: calendar.at(day, calendar.officeHours.to) }];
}

/**
 * The steps that move because a deputy holds a rung until an instant: that rung and, behind it, the later ones. The
 * plan stands where the rung is planned later anyhow.
 */
export function afterHold(
  calendar: NoticeCalendar,
  steps: readonly ScheduledStep[],
  heldKey: string,
  until: Instant,
): MovedStep[] {
  const place = steps.findIndex(({ key }) => key === heldKey);
  const held = steps[place];
  if (held === undefined || held.at >= until || held.doneAt !== null) return [];
  const { at } = outOfQuiet(calendar, until);
  return [{ key: heldKey, at }, ...rungsAfter(calendar, steps.slice(place + 1), at)];
}

function rungsAfter(
  calendar: NoticeCalendar,
  steps: readonly ScheduledStep[],
  from: Instant,
): MovedStep[] {
  let before = from;
  const moved: MovedStep[] = [];
  for (const { key, at, rung, doneAt } of steps) {
    if (rung === null || doneAt !== null) continue;
    const earliest = outOfQuiet(calendar, workingDaysLater(calendar, before, rung)).at;
    if (earliest > at) moved.push({ key, at: earliest });
    before = earliest > at ? earliest : at;
  }
  return moved;
}
