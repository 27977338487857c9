import { allHandlersFinished, condition, continueAsNew, patched } from '@temporalio/workflow';
import type { ProcessInput } from '../contracts/messages.ts';
import type { Instant } from '../contracts/plan.ts';
import { record, starting } from './activityGroups.ts';
import { clockOf } from './clock.ts';
import { takeProcessDecisions } from './processDecisions.ts';
import { showState } from './searchAttributes.ts';

/** A process that is being carried out: what every kind does around its own procedure. */
export interface Undertaking {
  /**
   * Waits until the period after `after` is to be opened, and starts its follow-up. Answers with its key; null where
   * none is left or the process was cancelled. `opened`, where the order is the register's, are all opened so far.
   */
  openNext(after: string | null, opened?: readonly string[]): Promise<string | null>;
  /**
   * Goes on behind a period in a new run of the same workflow, so that the history never grows with the periods. Waits
   * for decisions under way: an Update that a run leaves unanswered fails.
   */
  continueAfter(period: string): Promise<void>;
  /**
   * Waits until no period is followed any more, then ends. Where an amendment adds periods behind `last` meanwhile, they
   * are opened like the others.
   */
  endWithLastPeriod(last: string | null, opened?: readonly string[]): Promise<void>;
}

/** Takes a process up: its clock, its decisions, its state in Temporal's own UI. */
export function takeUp(input: ProcessInput): Undertaking {
  const { noticeId, processId, directive } = input;
  const clock = clockOf(input.clock, noticeId);
  const held = { ended: false };
  takeProcessDecisions(input, held, clock);
  showState('running');

  const undertaking: Undertaking = {
    async openNext(after, opened) {
      const about = { noticeId, processId, after, ...(opened && { opened }) };
      const readNext = () => record.nextPeriod({ ...about, now: clock.now() });
      let next = await readNext();
      while (next !== null && !held.ended && !isTime(next.opensAt, clock.now())) {
        const how = await clock.waitUntil(next.opensAt);
        // an amendment, or a stage that is done, may have moved what is next
        if (how === 'woken' && patched('next-period-is-read-again')) next = await readNext();
      }
      if (next === null || held.ended) return null;
      const period = { noticeId, processId, directive, periodKey: next.key };
      await starting.startFollowUp({ ...period, now: clock.now() });
      return next.key;
    },
    async continueAfter(period) {
      await condition(allHandlersFinished);
      await continueAsNew<(input: ProcessInput) => Promise<void>>({
        ...input,
        after: period,
        clock: clock.handOn(),
      });
    },
    async endWithLastPeriod(last, opened) {
      let after = last;
      const all = opened && [...opened];
      while (!held.ended) {
        const { done, again, more } = await record.finishProcess({
          noticeId,
          processId,
          after,
          ...(all && { opened: all }),
          now: clock.now(),
        });
        if (done) break;
        if (more) {
          const added = await undertaking.openNext(after, all);
          if (added !== null) {
            after = added;
            all?.push(added);
          }
          continue;
        }
        await clock.waitUntil(again ?? null); // the closing of a period wakes it
      }
      showState(held.ended ? 'cancelled' : 'done');
      await condition(allHandlersFinished);
      await clock.leave();
    },
  };
  return undertaking;
}

/** Null: only a fact in the register can bring it about. */
const isTime = (opensAt: Instant | null, now: Instant): boolean =>
  opensAt !== null && now >= opensAt;
