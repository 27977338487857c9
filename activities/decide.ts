import { FAILURES, PermanentFailure } from '../contracts/failures.ts';
import { noticeOfWorkflow } from '../contracts/ids.ts';
import type {
  AmendUpdate,
  CancelObligationsUpdate,
  Decided,
  DecisionResult,
  ExtendUpdate,
  HoldUpdate,
  MergePeriodUpdate,
  ReasonUpdate,
  ReassignUpdate,
  SkipPeriodUpdate,
  SupplementUpdate,
  Wordless,
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
import { readWords } from '../db/decisions/waitingWords.ts';
import { readNotice } from '../db/notices/readNotice.ts';
import { CalendarYearMissing } from '../domain/time/workingCalendar.ts';
import { reversedLetters } from '../letters/findings/reversedLetters.ts';
import { dateMovedLetters } from './amendmentLetters.ts';
import { cancelledLetters } from './cancelledLetters.ts';
import type { ActivityDeps } from './createActivities.ts';
import {
  extendedLetters,
  reassignedLetters,
  supplementLetters,
  takenOutLetters,
} from './decisionLetters.ts';
import { resumedLetters } from './resumedLetters.ts';
import { judgeClosedPeak } from './steps/judgeClosedPeak.ts';

/** A decision that leads into a year without a holiday table is refused: to try it again would not bring the table. */
function refuseBeyondTables(error: unknown): never {
  if (!(error instanceof CalendarYearMissing)) throw error;
  throw new PermanentFailure(FAILURES.invalid, `nothing was decided: ${error.message}`);
}

interface Taken {
  decisionId: string;
  decision: object;
}
interface InNotice {
  noticeId: string;
}
interface InPeriod extends InNotice {
  periodId: string;
}
interface InProcess extends InNotice {
  processId: string;
}
type Act<Full> = (full: Full) => Promise<DecisionResult>;

/**
 * The decisions that move time or procedure, each its own transaction; called from within an Update. The words that were
 * written with one wait in the register.
 */
export function createDecideActivities({ pool }: Pick<ActivityDeps, 'pool'>) {
  const inFull =
    <Update extends Taken, Where extends object>(act: Act<Update & Where>) =>
    async (given: Wordless<Update> & Where): Promise<DecisionResult> => {
      const words = await readWords(pool, given.decisionId);
      // the type cannot know that what was taken out of an Update is what is put back
      const full = { ...given, decision: { ...given.decision, ...words } } as unknown;
      const { decisionId } = await act(full as Update & Where).catch(refuseBeyondTables);
      return { decisionId };
    };
  const ofPeriod = <Update extends Taken>(act: Act<Update & InPeriod>) =>
    inFull<Update, { periodId: string }>((update) =>
      act({ ...update, noticeId: noticeOfWorkflow(update.periodId) }),
    );

  /** A period is skipped, or (`into`) merged into a later one. */
  const takeOut = async (
    update: Decided<SkipPeriodUpdate['decision'] & { into: string | null }> & InProcess,
  ): Promise<DecisionResult> => {
    const { notice } = await readNotice(pool, update.noticeId);
    const decision = { ...update.decision, parties: update.decision.parties ?? null };
    const compose = takenOutLetters(notice, { ...update, decision });
    const composeReversed = reversedLetters(notice);
    return takeOutPeriod(pool, { ...update, decision, compose, composeReversed });
  };

  return {
    extend: ofPeriod<ExtendUpdate>(async (update) => {
      const { notice } = await readNotice(pool, update.noticeId);
      return extend(pool, { ...update, compose: extendedLetters(notice, update) });
    }),
    askForSupplement: ofPeriod<SupplementUpdate>(async (update) => {
      const { notice } = await readNotice(pool, update.noticeId);
      return askForSupplement(pool, { ...update, compose: supplementLetters(notice, update) });
    }),
    reassign: ofPeriod<ReassignUpdate>(async (update) => {
      const { notice } = await readNotice(pool, update.noticeId);
      return reassign(pool, { ...update, compose: reassignedLetters(notice, update) });
    }),
    holdRung: ofPeriod<HoldUpdate>((update) => holdRung(pool, update)),
    cancelObligations: ofPeriod<CancelObligationsUpdate>(async (update) => {
      const { notice } = await readNotice(pool, update.noticeId);
      return cancelObligations(pool, { ...update, compose: cancelledLetters(notice, update) });
    }),
    closeByDecision: ofPeriod<ReasonUpdate>(async (update) => {
      const { notice } = await readNotice(pool, update.noticeId);
      return closePeriod(pool, { ...update, whenClosed: judgeClosedPeak(notice) });
    }),
    amend: inFull<AmendUpdate, InNotice>((update) =>
      amend(pool, { ...update, compose: dateMovedLetters(update) }),
    ),
    pauseProcess: inFull<ReasonUpdate, InProcess>((update) => pauseProcess(pool, update)),
    resumeProcess: inFull<ReasonUpdate, InProcess>(async (update) => {
      const { notice } = await readNotice(pool, update.noticeId);
      const compose = resumedLetters(notice, update);
      return resumeProcess(pool, { ...update, whenClosed: judgeClosedPeak(notice), compose });
    }),
    skipPeriod: inFull<SkipPeriodUpdate, InProcess>((update) =>
      takeOut({ ...update, decision: { ...update.decision, into: null } }),
    ),
    mergePeriod: inFull<MergePeriodUpdate, InProcess>((update) => takeOut(update)),
    cancelProcess: inFull<ReasonUpdate, InProcess>(async (update) => {
      const { notice } = await readNotice(pool, update.noticeId);
      return cancelProcess(pool, { ...update, compose: cancelledLetters(notice, update) });
    }),
  };
}
