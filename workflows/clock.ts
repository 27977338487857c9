import { condition, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow';
import { type ClockInput, WAKE, type WakeSignal } from '../contracts/messages.ts';
import type { Instant } from '../contracts/plan.ts';
import { rehearsalClock } from './activityGroups.ts';

export const wake = defineSignal<[WakeSignal]>(WAKE);

/** What a workflow knows of time: the present instant, waiting, and how to hand its clock on. */
export interface Clock {
  /** The present instant of the notice. */
  now(): Instant;
  /**
   * Waits for an instant (null: for a wake-up alone) and says which came first. After `woken` the register has
   * changed, and the caller looks at it again; after `time` it knows what to do.
   */
  waitUntil(at: Instant | null): Promise<'time' | 'woken'>;
  /** Takes a wake-up, by the signal or brought along by an Update: the present wait, or the next one, ends at once. */
  hear(wake: WakeSignal): void;
  /** The input with which a continued or started workflow has the same clock. */
  handOn(): ClockInput;
  /** Takes leave of the rehearsal's roll-call when the workflow ends; nothing to do on the live clock. */
  leave(): Promise<void>;
}

/** The clock that a workflow was started with; installs the wake-up handler. */
export function clockOf(input: ClockInput, noticeId: string): Clock {
  const clock = input.kind === 'live' ? liveClock() : leapingClock(input, noticeId);
  setHandler(wake, (signal) => clock.hear(signal));
  return clock;
}

function liveClock(): Clock {
  let woken = false;
  const wokenOnce = () => {
    const how = woken ? 'woken' : 'time';
    woken = false;
    return how;
  };
  const now = () => new Date(Date.now()).toISOString();
  return {
    now,
    async waitUntil(at) {
      if (!woken && at === null) await condition(() => woken);
      else if (!woken && at !== null) {
        const ms = Date.parse(at) - Date.now();
        if (ms > 0) await condition(() => woken, ms);
      }
      return wokenOnce();
    },
    hear: () => {
      woken = true;
    },
    handOn: () => ({ kind: 'live' }),
    leave: async () => {}, // nobody keeps a roll-call of live workflows
  };
}

function leapingClock(input: Extract<ClockInput, { kind: 'rehearsal' }>, noticeId: string): Clock {
  let { now, ticket } = input;
  let stirred = false;
  let woken = false;
  const { workflowId } = workflowInfo();
  return {
    now: () => now,
    async waitUntil(at) {
      // woken since the caller last looked: it must look again before it may wait
      if (!woken && (at === null || at > now)) {
        stirred = false;
        await rehearsalClock.waitFor({ workflowId, noticeId, wakeAt: at, answered: ticket });
        await condition(() => stirred || woken);
      }
      const how = !woken && at !== null && at <= now ? 'time' : 'woken';
      stirred = false;
      woken = false;
      return how;
    },
    hear: (signal) => {
      if (signal.kind === 'rehearsal') {
        if (signal.now > now) now = signal.now;
        ticket = Math.max(ticket, signal.ticket);
      }
      stirred = true;
      if (signal.kind === 'live' || signal.cause === 'fact') woken = true;
    },
    handOn: () => ({ kind: 'rehearsal', ticket, now }),
    leave: () => rehearsalClock.leave({ workflowId }),
  };
}
