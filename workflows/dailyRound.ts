import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { RoundInput } from '../contracts/messages.ts';
import { ladder, record } from './activityGroups.ts';
import { clockOf } from './clock.ts';
import { showState } from './searchAttributes.ts';

type NextRound = Awaited<ReturnType<typeof record.nextRound>>;

/**
 * The notice's daily round: at one time on working days each superior gets one letter across all processes. It sleeps
 * while nothing has climbed; what climbs wakes it, and what comes after the hour waits for the next round. After an
 * outage of the engine it writes the one catch-up letter that each person gets.
 */
export async function dailyRound(input: RoundInput): Promise<void> {
  const clock = clockOf(input.clock, input.noticeId);
  const { noticeId } = input;
  let after: string | null = null;
  showState('running');

  for (;;) {
    const round: NextRound = await record.nextRound({ noticeId, after, now: clock.now() });
    if (round.catchUpAt !== undefined && round.catchUpAt <= clock.now()) {
      await ladder.sendCatchUps({ noticeId, now: clock.now() });
      continue;
    }
    if (round.ended) break;
    if (round.at !== null && round.at <= clock.now()) {
      await ladder.sendRound({ noticeId, at: round.at, now: clock.now() });
      after = round.at;
      continue;
    }
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof dailyRound>({ ...input, clock: clock.handOn() });
    }
    await clock.waitUntil(earlier(round.at, round.catchUpAt));
  }
  showState('closed');
  await clock.leave();
}

const earlier = (at: string | null, other: string | undefined): string | null =>
  at === null || (other !== undefined && other < at) ? (other ?? null) : at;
