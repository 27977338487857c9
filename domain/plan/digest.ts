import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { ReportingCycle } from '../../contracts/notice/index.ts';
import type { DateNote, Instant } from '../../contracts/plan.ts';
import { findProcess } from '../notice/findProcess.ts';
import type { NoticeCalendar } from './calendarOf.ts';
import { type Due, dueOutOfQuiet, endOn } from './due.ts';
import { stepsFromDue } from './ladderSteps.ts';
import type { Moment } from './moment.ts';
import { ladderOf, type PlanContext } from './planContext.ts';
import { type Turn, turnsOf } from './turns.ts';

type Digest = ReportingCycle & { drawsOn: NonNullable<ReportingCycle['drawsOn']> };

export function isDigest(process: ReportingCycle): process is Digest {
  return process.drawsOn !== undefined;
}

/**
 * The turns of a digest and when each is drafted. A digest draws on the reports since the digest before it, so it is
 * due after the lock of the last of them ("never before the lock of the reports it draws on") and, being a letter
 * itself, outside quiet periods. `drawing` are the cycles that draw on this one; one that draws on itself in the end
 * is refused.
 */
export function digestTurns(
  context: PlanContext,
  process: Digest,
  drawing: readonly string[] = [],
): { turns: Turn[]; draft: (turn: Turn) => Moment } {
  const { calendar } = context;
  const source = process.drawsOn.process;
  const locks = sourceLocks(context, source, [...drawing, process.id]);
  const latestLock = new Map<string, Instant>();
  const settle = (key: string, due: Due, previousKey: string): Due => {
    const settled = dueOutOfQuiet(calendar, due, process.dueTime);
    const drawn = locks.filter((lock) => lock.key > previousKey && lock.key <= key);
    const latest = drawn.reduce((last, { at }) => (at > last ? at : last), '');
    latestLock.set(key, latest);
    return afterReports(calendar, settled, latest, process);
  };
  const turns = turnsOf(context, process, ladderOf(context.notice, process.ladder), { settle });
  const draft = ({ key, due }: Turn): Moment => {
    const at = calendar.at(due.lastDay, process.drawsOn.cutOff);
    const lockedAt = latestLock.get(key) ?? '';
    if (at >= lockedAt) return { at, notes: [] };
    return { at: lockedAt, notes: [afterReportsNote(source, lockedAt)] };
  };
  return { turns, draft };
}

/** When each report of a cycle may be drawn on: its lock, or its due time where nothing locks. */
function sourceLocks(
  context: PlanContext,
  processId: string,
  drawing: readonly string[],
): { key: string; at: Instant }[] {
  if (drawing.includes(processId)) {
    const circle = [...drawing, processId].join(' -> ');
    throw new PermanentFailure(
      FAILURES.invalid,
      `digests draw on each other in a circle: ${circle}`,
    );
  }
  const { process } = findProcess(context.notice, processId);
  if (process.kind !== 'reporting-cycle') {
    throw new PermanentFailure(
      FAILURES.invalid,
      `a digest draws on the reporting cycle of another process; ${processId} is a ${process.kind}`,
    );
  }
  const ladder = ladderOf(context.notice, process.ladder);
  const { turns } = isDigest(process)
    ? digestTurns(context, process, drawing)
    : { turns: turnsOf(context, process, ladder) };
  return turns.map(({ key, due, state }) => {
    if (state !== 'full') return { key, at: due.dueAt };
    const { lockAt } = stepsFromDue({ calendar: context.calendar, ladder, due, pursuit: 'full' });
    return { key, at: lockAt ?? due.dueAt };
  });
}

function afterReports(calendar: NoticeCalendar, due: Due, lockedAt: Instant, process: Digest): Due {
  if (due.dueAt > lockedAt) return due;
  let lastDay = calendar.onOrNextOpen(calendar.dayOf(lockedAt));
  if (endOn(calendar, lastDay, process.dueTime) <= lockedAt) {
    lastDay = calendar.onOrNextOpen(calendar.nextWorkingDay(lastDay));
  }
  const dueAt = endOn(calendar, lastDay, process.dueTime);
  const note = afterReportsNote(process.drawsOn.process, dueAt);
  return { dueAt, lastDay, notes: [...due.notes, note] };
}

function afterReportsNote(process: string, movedTo: Instant): DateNote {
  return { code: 'after-reports-locked', process, movedTo };
}
