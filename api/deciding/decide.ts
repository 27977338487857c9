import type {
  Actor,
  AskForSupplement,
  CancelObligations,
  Excuse,
  Extend,
  HoldRung,
  MergePeriod,
  Reassign,
  SkipPeriod,
} from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { periodId, processWorkflowId } from '../../contracts/ids.ts';
import { type DecisionResult, UPDATES } from '../../contracts/messages.ts';
import type { Instant } from '../../contracts/plan.ts';
import { excuse } from '../../db/decisions/excuse.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readPeriod } from '../../db/reading/periods.ts';
import { readSubmission } from '../../db/submissions/readSubmission.ts';
import type { DecisionKind } from '../../domain/rights/decisionKinds.ts';
import { reversedLetters } from '../../letters/findings/reversedLetters.ts';
import type { Caller } from '../auth/caller.ts';
import type { ApiDeps } from '../deps.ts';
import type { PeriodName } from './decideAsOffice.ts';
import { excusedLetters } from './lettersOf.ts';
import { mustMay, noticeOf, periodOf } from './rights.ts';

/** A decision as it comes in, by the API or from a desk: who asks, and the id under which it is taken once. */
export interface Asked<Decision> {
  caller: Caller;
  decisionId: string;
  decision: Decision;
}

/** Decisions on obligations of one notice: the right is asked of the register first, on the notice's clock. */
async function onObligations(
  deps: ApiDeps,
  kind: DecisionKind,
  { caller, decision }: Asked<{ obligations: string[] }>,
): Promise<{ noticeId: string; at: Instant; actor: Actor }> {
  const noticeId = noticeOf(decision.obligations);
  const at = await deps.now(noticeId);
  const obligationIds = decision.obligations;
  const actor = await mustMay(deps.pool, caller, { kind, noticeId, obligationIds, now: at });
  return { noticeId, at, actor };
}

/** Moves the due time of obligations of one period: an Update to the period's process. */
export async function decideExtend(deps: ApiDeps, asked: Asked<Extend>): Promise<DecisionResult> {
  const { decisionId, decision } = asked;
  const { noticeId, at, actor } = await onObligations(deps, 'extend', asked);
  const period = await periodOf(deps.pool, decision.obligations);
  const payload = { decisionId, at, actor, decision };
  return deps.processes.update(noticeId, period, UPDATES.extend, payload);
}

/** Holds a rung back for obligations of one period. */
export async function decideHold(deps: ApiDeps, asked: Asked<HoldRung>): Promise<DecisionResult> {
  const { decisionId, decision } = asked;
  const { noticeId, at, actor } = await onObligations(deps, 'hold-rung', asked);
  const period = await periodOf(deps.pool, decision.obligations);
  const payload = { decisionId, at, actor, decision };
  return deps.processes.update(noticeId, period, UPDATES.holdRung, payload);
}

/** Cancels obligations of one period. */
export async function decideCancel(
  deps: ApiDeps,
  asked: Asked<CancelObligations>,
): Promise<DecisionResult> {
  const { decisionId, decision } = asked;
  const { noticeId, at, actor } = await onObligations(deps, 'cancel', asked);
  const period = await periodOf(deps.pool, decision.obligations);
  const payload = { decisionId, at, actor, decision };
  return deps.processes.update(noticeId, period, UPDATES.cancelObligations, payload);
}

/** Closes a period with things missing. @throws NotFound for a period that was never opened */
export async function decideClosePeriod(
  deps: ApiDeps,
  { noticeId, processId, key }: { noticeId: string; processId: string; key: string },
  { caller, decisionId, decision }: Asked<{ reason: string }>,
): Promise<DecisionResult> {
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, { kind: 'close-period', noticeId, now: at });
  const period = periodId(noticeId, processId, key);
  if (!(await readPeriod(deps.pool, period))) {
    throw new PermanentFailure(FAILURES.notFound, `there is no period ${key} of ${processId}`);
  }
  const payload = { decisionId, at, actor, decision };
  return deps.processes.update(noticeId, period, UPDATES.closeByDecision, payload);
}

/** Passes an obligation on to another party; whoever decides stands above both. */
export async function decideReassign(
  deps: ApiDeps,
  { caller, decisionId, decision }: Asked<Reassign>,
): Promise<DecisionResult> {
  const obligations = [decision.obligation];
  const asked = { caller, decisionId, decision: { obligations } };
  const { noticeId, at, actor } = await onObligations(deps, 'reassign', asked);
  const wish = { kind: 'reassign' as const, noticeId, partyId: decision.to, now: at };
  await mustMay(deps.pool, caller, wish);
  const period = await periodOf(deps.pool, obligations);
  const payload = { decisionId, at, actor, decision };
  return deps.processes.update(noticeId, period, UPDATES.reassign, payload);
}

/** Asks for a supplement to a submission: a new obligation of the same party, with a due time of its own. */
export async function decideSupplement(
  deps: ApiDeps,
  { caller, decisionId, decision }: Asked<AskForSupplement>,
): Promise<DecisionResult> {
  const submission = await readSubmission(deps.pool, decision.submission);
  const { noticeId } = submission;
  const obligations = submission.covers.map(({ obligationId }) => obligationId);
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, {
    kind: 'supplement',
    noticeId,
    obligationIds: obligations,
    now: at,
  });
  const period = await periodOf(deps.pool, obligations);
  const payload = { decisionId, at, actor, decision: { ...decision, obligations } };
  return deps.processes.update(noticeId, period, UPDATES.askForSupplement, payload);
}

/** Excuses obligations: one transaction of the register. */
export async function decideExcuse(deps: ApiDeps, asked: Asked<Excuse>): Promise<DecisionResult> {
  const { decisionId, decision } = asked;
  const { noticeId, at, actor } = await onObligations(deps, 'excuse', asked);
  const { notice } = await readNotice(deps.pool, noticeId);
  const compose = excusedLetters(notice, { decisionId, at, capacity: actor.capacity });
  const composeReversed = reversedLetters(notice);
  const input = { decisionId, noticeId, actor, at, decision, compose, composeReversed };
  return excuse(deps.pool, input);
}

/** Skips a period, or merges it into a later one: an Update to its process, since it may not be open yet. */
export async function decideTakeOut(
  deps: ApiDeps,
  { noticeId, processId, key }: PeriodName,
  { caller, decisionId, decision }: Asked<SkipPeriod | MergePeriod>,
): Promise<DecisionResult> {
  const isMerge = 'into' in decision;
  const at = await deps.now(noticeId);
  const kind = isMerge ? 'merge-period' : 'skip-period';
  const actor = await mustMay(deps.pool, caller, { kind, noticeId, now: at });
  const payload = { decisionId, at, actor, decision: { ...decision, key } };
  const update = isMerge ? UPDATES.mergePeriod : UPDATES.skipPeriod;
  return deps.processes.update(noticeId, processWorkflowId(noticeId, processId), update, payload);
}

const ON_PROCESS = {
  pause: UPDATES.pause,
  resume: UPDATES.resume,
  'cancel-process': UPDATES.cancelProcess,
} as const;

/** Pauses, resumes or cancels a whole process. */
export async function decideProcess(
  deps: ApiDeps,
  kind: keyof typeof ON_PROCESS,
  { caller, decisionId, decision }: Asked<{ noticeId: string; processId: string; reason: string }>,
): Promise<DecisionResult> {
  const { noticeId, processId, reason } = decision;
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, { kind, noticeId, now: at });
  const payload = { decisionId, at, actor, decision: { reason } };
  const workflowId = processWorkflowId(noticeId, processId);
  return deps.processes.update(noticeId, workflowId, ON_PROCESS[kind], payload);
}
