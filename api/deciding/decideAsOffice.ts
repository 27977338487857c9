import type { Accept, Certify, KeyIn } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { periodId } from '../../contracts/ids.ts';
import type { DecisionResult } from '../../contracts/messages.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import { acceptSubmissions } from '../../db/decisions/acceptSubmissions.ts';
import { certify } from '../../db/decisions/certify.ts';
import { keyIn } from '../../db/decisions/keyIn.ts';
import { recordSignedOriginal } from '../../db/decisions/recordSignedOriginal.ts';
import {
  type EscalationsReleased,
  releaseEscalations,
} from '../../db/decisions/releaseEscalations.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import { obligationsCovered } from '../../db/reading/submissions.ts';
import type { NewAttachment, Receipt } from '../../db/submissions/newSubmission.ts';
import { readSubmission } from '../../db/submissions/readSubmission.ts';
import { startOfDay } from '../../domain/time/zone.ts';
import { reversedLetters } from '../../letters/findings/reversedLetters.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asked } from './decide.ts';
import { receiptLetters } from './lettersOf.ts';
import { mustBeOfDossier } from './mustBeOfDossier.ts';
import { reviewDueAt } from './reviewDueAt.ts';
import { mustMay, noticeOf } from './rights.ts';

/** A period by the parts of its id. */
export interface PeriodName {
  noticeId: string;
  processId: string;
  key: string;
}

/** The office's word that its book, tray and Zalo hold no report of a period. */
export async function decideCertify(
  deps: ApiDeps,
  period: PeriodName,
  { caller, decisionId, decision }: Asked<Certify>,
): Promise<DecisionResult> {
  const { noticeId } = period;
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, { kind: 'certify', noticeId, now: at });
  const { notice } = await readNotice(deps.pool, noticeId);
  // an office's token may stand for nobody in particular: then it is the head's word
  const standing = await readStanding(deps.pool, noticeId, at);
  const personId = caller.personId ?? standing.personOf(notice.roles.office);
  if (personId === null) {
    throw new PermanentFailure(FAILURES.conflict, 'the office has no head who could certify');
  }
  return certify(deps.pool, {
    decisionId,
    noticeId,
    actor,
    at,
    decision,
    personId,
    periodId: periodId(noticeId, period.processId, period.key),
    channel: caller.actor.startsWith('person:') ? 'link' : 'api',
  });
}

/** Releases what has climbed in one of the first periods. */
export async function decideReleaseEscalations(
  deps: ApiDeps,
  period: PeriodName,
  { caller, decisionId, decision }: Asked<{ reason: string }>,
): Promise<EscalationsReleased> {
  const { noticeId } = period;
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, {
    kind: 'release-escalations',
    noticeId,
    now: at,
  });
  const id = periodId(noticeId, period.processId, period.key);
  return releaseEscalations(deps.pool, { decisionId, noticeId, actor, at, decision, periodId: id });
}

/** Accepts submissions of one notice. */
export async function decideAccept(
  deps: ApiDeps,
  { caller, decisionId, decision }: Asked<Accept>,
): Promise<DecisionResult> {
  const covered = await obligationsCovered(deps.pool, decision.submissions);
  if (covered.length === 0) {
    throw new PermanentFailure(FAILURES.notFound, 'there is no such submission', '/submissions');
  }
  const obligationIds = covered.map(({ obligationId }) => obligationId);
  const noticeId = noticeOf(obligationIds);
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, {
    kind: 'accept',
    noticeId,
    obligationIds,
    now: at,
  });
  return acceptSubmissions(deps.pool, { decisionId, noticeId, actor, at, decision });
}

/** Keys in what reached the office on paper, by telephone, Zalo or e-mail, with a scan where there is one. */
export async function decideKeyIn(
  deps: ApiDeps,
  { caller, decisionId, decision }: Asked<KeyIn>,
  attachments: NewAttachment[],
): Promise<Receipt> {
  const noticeId = noticeOf(decision.obligations);
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, {
    kind: 'key-in',
    noticeId,
    obligationIds: decision.obligations,
    now: at,
  });
  const { notice } = await readNotice(deps.pool, noticeId);
  if (Date.parse(decision.receivedAt) < Date.parse(concludedAt(notice))) {
    throw new PermanentFailure(
      FAILURES.invalid,
      `nothing was in hand before the notice was concluded on ${notice.head.concludedOn}`,
      '/receivedAt',
    );
  }
  const { obligations: obligationIds, checklist } = decision;
  await mustBeOfDossier(deps.pool, notice, { obligationIds, checklist });
  return keyIn(deps.pool, {
    decisionId,
    noticeId,
    actor,
    at,
    decision,
    attachments,
    reviewDueAt: reviewDueAt(notice, at),
    composeReceipt: receiptLetters(notice),
    composeReversed: reversedLetters(notice),
  });
}

const concludedAt = ({ head, zone }: Notice): string => startOfDay(head.concludedOn, zone);

/** Notes that the signed original of a submission has followed. */
export async function decideSignedOriginal(
  deps: ApiDeps,
  submissionId: string,
  { caller, decisionId, decision }: Asked<{ number: string | null; comment?: string | undefined }>,
): Promise<DecisionResult> {
  const { noticeId, covers } = await readSubmission(deps.pool, submissionId);
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, {
    kind: 'signed-original',
    noticeId,
    obligationIds: covers.map(({ obligationId }) => obligationId),
    now: at,
  });
  return recordSignedOriginal(deps.pool, {
    decisionId,
    noticeId,
    actor,
    at,
    submissionId,
    number: decision.number,
    ...(decision.comment !== undefined && { comment: decision.comment }),
  });
}
