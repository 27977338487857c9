import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { DecisionResult } from '../../contracts/messages.ts';
import { answerFinding } from '../../db/decisions/answerFinding.ts';
import { holdFinding } from '../../db/decisions/holdFinding.ts';
import type { Deciding } from '../../db/decisions/recordDecision.ts';
import { releaseFinding } from '../../db/decisions/releaseFinding.ts';
import { reverseFinding } from '../../db/decisions/reverseFinding.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readFinding } from '../../db/reading/findings.ts';
import type { DecisionKind } from '../../domain/rights/decisionKinds.ts';
import { reversedLetters } from '../../letters/findings/reversedLetters.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asked } from './decide.ts';
import { releasedLetters } from './lettersOf.ts';
import { mustMay } from './rights.ts';

async function onFinding(
  deps: ApiDeps,
  kind: DecisionKind,
  findingId: string,
  { caller, decisionId }: Asked<unknown>,
): Promise<Deciding & { findingId: string }> {
  const finding = await readFinding(deps.pool, findingId);
  if (!finding) {
    throw new PermanentFailure(FAILURES.notFound, `there is no finding ${findingId}`);
  }
  const { noticeId, obligationId } = finding;
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, {
    kind,
    noticeId,
    obligationIds: [obligationId],
    findingId,
    now: at,
  });
  return { decisionId, noticeId, actor, at, findingId };
}

/** Releases a finding in the notice's own words; its letter goes out. */
export async function decideRelease(
  deps: ApiDeps,
  findingId: string,
  asked: Asked<{ reason: string }>,
): Promise<DecisionResult> {
  const deciding = await onFinding(deps, 'release-finding', findingId, asked);
  const { notice } = await readNotice(deps.pool, deciding.noticeId);
  const compose = releasedLetters(notice, { at: deciding.at, capacity: deciding.actor.capacity });
  return releaseFinding(deps.pool, { ...deciding, decision: asked.decision, compose });
}

/** Holds a recorded finding back. */
export async function decideHoldFinding(
  deps: ApiDeps,
  findingId: string,
  asked: Asked<{ reason: string }>,
): Promise<DecisionResult> {
  const deciding = await onFinding(deps, 'hold-finding', findingId, asked);
  return holdFinding(deps.pool, { ...deciding, decision: asked.decision });
}

/** Keeps what the person found has to say. */
export async function decideAnswer(
  deps: ApiDeps,
  findingId: string,
  asked: Asked<{ body: string }>,
): Promise<DecisionResult> {
  const deciding = await onFinding(deps, 'answer-finding', findingId, asked);
  return answerFinding(deps.pool, { ...deciding, body: asked.decision.body });
}

/** Reverses a finding; whoever got its words is told. */
export async function decideReverse(
  deps: ApiDeps,
  findingId: string,
  asked: Asked<{ reason: string }>,
): Promise<DecisionResult> {
  const deciding = await onFinding(deps, 'reverse-finding', findingId, asked);
  const { notice } = await readNotice(deps.pool, deciding.noticeId);
  const composeReversed = reversedLetters(notice);
  return reverseFinding(deps.pool, { ...deciding, decision: asked.decision, composeReversed });
}
