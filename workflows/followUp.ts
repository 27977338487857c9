import { allHandlersFinished, condition } from '@temporalio/workflow';
import { periodId } from '../contracts/ids.ts';
import type { Agenda, AgendaStep, Batch, FollowUpInput } from '../contracts/messages.ts';
import type { StepKind } from '../contracts/plan.ts';
import { ladder, ladderOfFew, record } from './activityGroups.ts';
import { clockOf } from './clock.ts';
import { takeDecisions } from './followUpDecisions.ts';
import { fourAtOnce } from './fourAtOnce.ts';
import { showState } from './searchAttributes.ts';

export interface FollowUpResult {
  state: Agenda['state'];
}

/**
 * Follows one period of a process from its opening to its close, for all parties at once: the workflow holds time
 * and procedure, the register holds who owes what and how far each has come. After every step and every wake-up the
 * agenda is read from the register again, so a decision moves a wait by moving the register's instants.
 */
export async function followUp(input: FollowUpInput): Promise<FollowUpResult> {
  const period = periodId(input.noticeId, input.processId, input.periodKey);
  const clock = clockOf(input.clock, input.noticeId);
  const held: { agenda?: Agenda } = {};
  const hold = (read: Agenda): Agenda => {
    held.agenda = read;
    return read;
  };
  takeDecisions(period, held, clock); // before the register shows the period and somebody decides on it

  let agenda = hold(await record.openPeriod({ ...input, now: clock.now() }));
  while (isOpen(agenda)) {
    showState(agenda.state);
    const step = dueNow(agenda, clock.now());
    if (agenda.missed) {
      agenda = hold(await ladder.catchUp({ periodId: period, now: clock.now() }));
    } else if (step) {
      await take(step);
      const finished = { periodId: period, ...named(step), now: clock.now() };
      agenda = hold(await record.finishStep(finished));
    } else {
      const next = nextInstant(agenda);
      const how = await clock.waitUntil(next);
      if (how === 'woken' || isLate(next, clock.now())) {
        agenda = hold(await record.readAgenda({ periodId: period, now: clock.now() }));
      }
    }
  }

  showState(agenda.state);
  await condition(allHandlersFinished);
  await clock.leave();
  return { state: agenda.state };

  /** The ladder: each rung over all the parties that are at it. */
  async function take(step: AgendaStep): Promise<void> {
    const at = (batch: Batch) => ({ periodId: period, ...named(step), batch, now: clock.now() });
    const whole = { periodId: period, ...named(step), now: clock.now() };
    const kind: StepKind = step.kind;
    const steps = areFew(step.batches) ? ladderOfFew : ladder;
    switch (kind) {
      case 'draft':
        return steps.draftDigest(whole);
      case 'prompt':
        return fourAtOnce(step.batches, (batch) => steps.sendPrompts(at(batch)));
      case 'remind':
        return fourAtOnce(step.batches, (batch) => steps.sendReminders(at(batch)));
      case 'due':
        return steps.fallDue(whole);
      case 'overdue':
        return fourAtOnce(step.batches, (batch) => steps.sendOverdueNotices(at(batch)));
      case 'lock':
        await fourAtOnce(step.batches, (batch) => steps.lock(at(batch)));
        return rungFollows(step) ? undefined : steps.requestRelease(whole);
      case 'rung':
        await fourAtOnce(step.batches, (batch) => steps.climb(at(batch)));
        return steps.requestRelease(whole);
      case 'close':
        return steps.closePeriod(whole);
      default:
        return kind satisfies never;
    }
  }

  /** Whether a rung is taken right after this lock: then one letter asks for the release of both. */
  function rungFollows(lock: AgendaStep): boolean {
    return agenda.steps.some(
      (step) =>
        step.kind === 'rung' && step.scheduleId === lock.scheduleId && step.at <= clock.now(),
    );
  }
}

/** So many are worked through in a transaction or two, which needs no queue, no heartbeat and no second worker. */
const FEW = 50;

const areFew = (batches: Batch[]): boolean =>
  batches.reduce((all, { from, to }) => all + to - from + 1, 0) <= FEW;

const isOpen = (agenda: Agenda): boolean => agenda.state === 'open' || agenda.state === 'paused';

const named = (step: AgendaStep) => ({ scheduleId: step.scheduleId, stepKey: step.key });

/** The first step whose time has come and which nothing keeps back; none while the period is paused. */
function dueNow(agenda: Agenda, now: string): AgendaStep | undefined {
  if (agenda.state === 'paused') return undefined;
  return agenda.steps.find((step) => step.ready && step.at <= now);
}

/** Whether the worker came back well after the instant: then the engine may have been down, which the register knows. */
function isLate(at: string | null, now: string): boolean {
  return at !== null && Date.parse(now) - Date.parse(at) > 60_000;
}

/** When the next step falls due by itself; null where only a wake-up can help (paused, or kept back). */
function nextInstant(agenda: Agenda): string | null {
  if (agenda.state === 'paused') return null;
  return agenda.steps.find((step) => step.ready)?.at ?? null;
}
