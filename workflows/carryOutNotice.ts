import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { type NoticeInput, START_PROCESSES, type StartProcesses } from '../contracts/messages.ts';
import { record, starting } from './activityGroups.ts';
import { clockOf } from './clock.ts';
import { takeAmendments } from './noticeDecisions.ts';
import { showState } from './searchAttributes.ts';

export const startProcesses = defineSignal<[StartProcesses]>(START_PROCESSES);

/**
 * Carries out a notice: starts its processes as durable acts, directive by directive as they are ordered and as their
 * data is complete, the periods that a decision has added, hand-overs of posts, and the daily round of letters to
 * superiors; takes amendments; ends when the last process has.
 */
export async function carryOutNotice(input: NoticeInput): Promise<void> {
  const clock = clockOf(input.clock, input.noticeId);
  const ordered: string[] = [];
  setHandler(startProcesses, ({ processIds, wake }) => {
    ordered.push(...processIds);
    clock.hear(wake);
  });
  const held = { ended: false };
  takeAmendments(input, held, clock);
  showState('running');
  await starting.startRound({ noticeId: input.noticeId, now: clock.now() });

  for (;;) {
    for (let processId = ordered.shift(); processId !== undefined; processId = ordered.shift()) {
      await starting.startProcess({ noticeId: input.noticeId, processId, now: clock.now() });
    }
    const { allDone, starts, handOverAt } = await record.readNoticeState({
      noticeId: input.noticeId,
      now: clock.now(),
    });
    for (const period of starts?.periods ?? []) {
      await starting.startFollowUp({ ...period, now: clock.now() });
    }
    ordered.push(...(starts?.processes ?? []));
    if (handOverAt !== undefined && handOverAt <= clock.now()) {
      await record.carryOutHandOvers({ noticeId: input.noticeId, now: clock.now() });
      continue;
    }
    if (ordered.length > 0) continue;
    if (allDone) {
      held.ended = true;
      break;
    }
    if (workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof carryOutNotice>({ ...input, clock: clock.handOn() });
    }
    await clock.waitUntil(handOverAt ?? null);
  }
  showState('closed');
  await condition(allHandlersFinished);
  await clock.leave();
}
