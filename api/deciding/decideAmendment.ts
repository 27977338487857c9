import type { Actor, AmendmentKind, ChangeLadder, MoveDue } from '../../contracts/decisions.ts';
import { PermanentFailure } from '../../contracts/failures.ts';
import { noticeWorkflowId } from '../../contracts/ids.ts';
import { type AmendUpdate, type DecisionResult, UPDATES } from '../../contracts/messages.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { amend } from '../../db/amendments/amend.ts';
import { readProgress } from '../../db/amendments/readProgress.ts';
import { dropAmendment, keepAmendment } from '../../db/amendments/textInForce.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { withDueMoved, withLadder } from '../../domain/amendment/oneField.ts';
import { refusedAmendments } from '../../domain/amendment/refusals.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { capacityTitle } from '../../domain/notice/roster.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/problem.ts';
import { wholeNotice } from '../routes/noticeText.ts';
import type { Asked } from './decide.ts';
import { mustMay } from './rights.ts';

/** Puts an amended file in force, as somebody with the right has decided it. */
export async function decideAmend(
  deps: ApiDeps,
  {
    caller,
    decisionId,
    decision,
  }: Asked<{ noticeId: string; text: string; reason: string; by: string }>,
): Promise<DecisionResult> {
  const { noticeId, text, reason, by } = decision;
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, { kind: 'amend', noticeId, now: at });
  const notice = wholeNotice(text, undefined);
  const payload = {
    decisionId,
    at,
    actor,
    decision: { kind: 'amend', reason, by, moves: null },
  } as const;
  return putInForce(deps, noticeId, notice, payload);
}

/** Moves one date of a process: the day of its session, of its document, of a peak. */
export async function decideMoveDue(
  deps: ApiDeps,
  { caller, decisionId, decision }: Asked<MoveDue & { noticeId: string; processId: string }>,
): Promise<DecisionResult> {
  const { noticeId, processId, reason, ...move } = decision;
  const at = await deps.now(noticeId);
  const { notice } = await readNotice(deps.pool, noticeId);
  const { process } = findProcess(notice, processId);
  const subject =
    process.kind === 'drafting'
      ? { partyId: process.by, isSession: process.session !== undefined }
      : {};
  const actor = await mustMay(deps.pool, caller, { kind: 'move-due', noticeId, subject, now: at });
  const amended = withDueMoved(notice, processId, move, {
    by: capacityTitle(notice, actor.capacity),
    now: at,
  });
  return oneField(deps, {
    noticeId,
    amended,
    kind: 'move-due',
    moves: processId,
    decisionId,
    at,
    actor,
    reason,
  });
}

/** Puts a process on another ladder of the notice; rungs that have been taken stay taken. */
export async function decideChangeLadder(
  deps: ApiDeps,
  { caller, decisionId, decision }: Asked<ChangeLadder & { noticeId: string; processId: string }>,
): Promise<DecisionResult> {
  const { noticeId, processId, ladder, reason } = decision;
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, { kind: 'change-ladder', noticeId, now: at });
  const { notice } = await readNotice(deps.pool, noticeId);
  const amended = withLadder(notice, processId, ladder);
  return oneField(deps, {
    noticeId,
    amended,
    kind: 'change-ladder',
    moves: null,
    decisionId,
    at,
    actor,
    reason,
  });
}

interface OneField {
  noticeId: string;
  amended: Notice;
  kind: AmendmentKind;
  moves: string | null;
  decisionId: string;
  at: Instant;
  actor: Actor;
  reason: string;
}

/** The whole file is checked again with the one field changed, as if somebody had edited it. */
function oneField(deps: ApiDeps, change: OneField): Promise<DecisionResult> {
  const { noticeId, amended, kind, moves, decisionId, at, actor, reason } = change;
  const notice = wholeNotice(JSON.stringify(amended, null, 2), undefined);
  const payload = { decisionId, at, actor, decision: { kind, reason, by: null, moves } };
  return putInForce(deps, noticeId, notice, payload);
}

/**
 * Keeps the text in the register and sends its decision to the notice's workflow; a notice that has not begun has none,
 * and nothing of it runs that would have to be moved.
 */
async function putInForce(
  deps: ApiDeps,
  noticeId: string,
  notice: Notice,
  payload: Omit<AmendUpdate, 'wake'>,
): Promise<DecisionResult> {
  const { pool } = deps;
  const { decisionId, at } = payload;
  const inForce = await readNotice(pool, noticeId);
  await refuseUnamendable(deps, inForce.notice, notice, at);
  await keepAmendment(pool, { decisionId, noticeId, notice, amends: inForce.sha256, at });
  try {
    const decided =
      inForce.state === 'loaded'
        ? await amend(pool, { ...payload, noticeId, compose: () => [] })
        : await deps.processes.update(noticeId, noticeWorkflowId(noticeId), UPDATES.amend, payload);
    await dropAmendment(pool, decisionId); // there only where it had been decided before
    return { decisionId: decided.decisionId };
  } catch (error) {
    // refused for good; where the processes did not answer the text waits for the same decision to be sent again
    if (error instanceof PermanentFailure) await dropAmendment(pool, decisionId);
    throw error;
  }
}

async function refuseUnamendable(
  { pool }: ApiDeps,
  before: Notice,
  after: Notice,
  at: Instant,
): Promise<void> {
  const refused = refusedAmendments(before, after, await readProgress(pool, before.id, at));
  if (refused.length === 0) return;
  const count = refused.length === 1 ? 'one field' : `${refused.length} fields`;
  throw new Problem('invalid', `${count} cannot be amended`, {
    errors: refused.map(({ pointer, reason: detail }) => ({ pointer, detail })),
  });
}
