import { noticeOfWorkflow } from '../contracts/ids.ts';
import type {
  AmendUpdate,
  CancelObligationsUpdate,
  DecisionResult,
  ExtendUpdate,
  HoldUpdate,
  MergePeriodUpdate,
  ReasonUpdate,
  ReassignUpdate,
  SkipPeriodUpdate,
  SupplementUpdate,
} from '../contracts/messages.ts';
import { amend } from '../db/amendments/amend.ts';
import { askForSupplement } from '../db/decisions/askForSupplement.ts';
import { cancelObligations } from '../db/decisions/cancelObligations.ts';
import { cancelProcess } from '../db/decisions/cancelProcess.ts';
import { closePeriod } from '../db/decisions/closePeriod.ts';
import { extend } from '../db/decisions/extend.ts';
import { holdRung } from '../db/decisions/holdRung.ts';
import { pauseProcess } from '../db/decisions/pauseProcess.ts';
import { reassign } from '../db/decisions/reassign.ts';
import { resumeProcess } from '../db/decisions/resumeProcess.ts';
import { takeOutPeriod } from '../db/decisions/takeOutPeriod.ts';
import { readNotice } from '../db/notices/readNotice.ts';
import { reversedLetters } from '../letters/findings/reversedLetters.ts';
import { dateMovedLetters } from './amendmentLetters.ts';
import type { ActivityDeps } from './createActivities.ts';
import {
  extendedLetters,
  reassignedLetters,
  supplementLetters,
  takenOutLetters,
} from './decisionLetters.ts';

type OfPeriod<Update> = Update & { periodId: string };
type InProcess<Update> = Update & { noticeId: string; processId: string };
type OfProcess = InProcess<ReasonUpdate>;

/** The decisions that move time or procedure, each its own transaction; called from within an Update. */
export function createDecideActivities({ pool }: Pick<ActivityDeps, 'pool'>) {
  const inPeriod = <Update extends { periodId: string }>(update: Update) => ({
    ...update,
    noticeId: noticeOfWorkflow(update.periodId),
  });
  const answer = ({ decisionId }: DecisionResult): DecisionResult => ({ decisionId });

  return {
    async extend(update: OfPeriod<ExtendUpdate>): Promise<DecisionResult> {
      const input = inPeriod(update);
      const { notice } = await readNotice(pool, input.noticeId);
      const compose = extendedLetters(notice, update);
      return answer(await extend(pool, { ...input, compose }));
    },
    async askForSupplement(update: OfPeriod<SupplementUpdate>): Promise<DecisionResult> {
      const input = inPeriod(update);
      const { notice } = await readNotice(pool, input.noticeId);
      const compose = supplementLetters(notice, update);
      return answer(await askForSupplement(pool, { ...input, compose }));
    },
    async reassign(update: OfPeriod<ReassignUpdate>): Promise<DecisionResult> {
      const input = inPeriod(update);
      const { notice } = await readNotice(pool, input.noticeId);
      const compose = reassignedLetters(notice, update);
      return answer(await reassign(pool, { ...input, compose }));
    },
    holdRung: async (update: OfPeriod<HoldUpdate>): Promise<DecisionResult> =>
      answer(await holdRung(pool, inPeriod(update))),
    cancelObligations: async (update: OfPeriod<CancelObligationsUpdate>): Promise<DecisionResult> =>
      answer(await cancelObligations(pool, inPeriod(update))),
    closeByDecision: async (update: OfPeriod<ReasonUpdate>): Promise<DecisionResult> =>
      answer(await closePeriod(pool, inPeriod(update))),
    amend: async (update: AmendUpdate & { noticeId: string }): Promise<DecisionResult> =>
      answer(await amend(pool, { ...update, compose: dateMovedLetters(update) })),
    pauseProcess: async (update: OfProcess): Promise<DecisionResult> =>
      answer(await pauseProcess(pool, update)),
    resumeProcess: async (update: OfProcess): Promise<DecisionResult> =>
      answer(await resumeProcess(pool, update)),
    async skipPeriod(update: InProcess<SkipPeriodUpdate>): Promise<DecisionResult> {
      const { notice } = await readNotice(pool, update.noticeId);
      const decision = { ...update.decision, into: null, parties: update.decision.parties ?? null };
      const compose = takenOutLetters(notice, { ...update, decision });
      const composeReversed = reversedLetters(notice);
      return answer(await takeOutPeriod(pool, { ...update, decision, compose, composeReversed }));
    },
    async mergePeriod(update: InProcess<MergePeriodUpdate>): Promise<DecisionResult> {
      const { notice } = await readNotice(pool, update.noticeId);
      const decision = { ...update.decision, parties: update.decision.parties ?? null };
      const compose = takenOutLetters(notice, { ...update, decision });
      const composeReversed = reversedLetters(notice);
      return answer(await takeOutPeriod(pool, { ...update, decision, compose, composeReversed }));
    },
    cancelProcess: async (update: OfProcess): Promise<DecisionResult> =>
      answer(await cancelProcess(pool, update)),
  };
}
