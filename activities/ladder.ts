import type { Agenda } from '../contracts/messages.ts';
import type { Instant } from '../contracts/plan.ts';
import type { ActivityDeps } from './createActivities.ts';
import { catchUpPeriod } from './steps/catchUp.ts';
import { climbBatch } from './steps/climb.ts';
import { closePeriod } from './steps/closePeriod.ts';
import { draftDigest } from './steps/draftDigest.ts';
import { writeDutyLetters } from './steps/dutyLetters.ts';
import { fallDue } from './steps/fallDue.ts';
import { lockBatch } from './steps/lock.ts';
import { requestRelease } from './steps/requestRelease.ts';
import { sendCatchUps } from './steps/sendCatchUps.ts';
import { type RoundCall, sendRound } from './steps/sendRound.ts';
import type { BatchInput, StepInput } from './steps/step.ts';

/** The ladder's steps, one activity each, named as the follow-up's body names them. */
export const createLadderActivities = ({ pool }: Pick<ActivityDeps, 'pool'>) => ({
  catchUp: (input: { periodId: string; now: Instant }): Promise<Agenda> =>
    catchUpPeriod(pool, input),
  draftDigest: (input: StepInput): Promise<void> => draftDigest(pool, input),
  sendPrompts: (input: BatchInput): Promise<void> => writeDutyLetters(pool, 'prompt', input),
  sendReminders: (input: BatchInput): Promise<void> => writeDutyLetters(pool, 'remind', input),
  fallDue: (input: StepInput): Promise<void> => fallDue(pool, input),
  sendOverdueNotices: (input: BatchInput): Promise<void> =>
    writeDutyLetters(pool, 'overdue', input),
  lock: (input: BatchInput): Promise<void> => lockBatch(pool, input),
  climb: (input: BatchInput): Promise<void> => climbBatch(pool, input),
  requestRelease: (input: StepInput): Promise<void> => requestRelease(pool, input),
  closePeriod: (input: StepInput): Promise<void> => closePeriod(pool, input),
  sendCatchUps: (input: { noticeId: string; now: Instant }): Promise<void> =>
    sendCatchUps(pool, input),
  sendRound: (call: RoundCall): Promise<void> => sendRound(pool, call),
});
