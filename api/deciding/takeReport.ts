import { readNotice } from '../../db/notices/readNotice.ts';
import type { NewAttachment, Receipt } from '../../db/submissions/newSubmission.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { reversedLetters } from '../../letters/findings/reversedLetters.ts';
import type { ApiDeps } from '../deps.ts';
import { receiptLetters } from './lettersOf.ts';
import { mustBeOfDossier } from './mustBeOfDossier.ts';
import { reviewDueAt } from './reviewDueAt.ts';

/** What somebody hands in, read to its end. */
export interface HandedIn {
  id: string;
  noticeId: string;
  obligationIds: string[];
  signedBy: string | null;
  uploadedBy: string;
  channel: 'link' | 'api';
  kind: 'report' | 'nothing';
  body: string;
  answers: Record<string, string>;
  checklist: string[];
  attachments: NewAttachment[];
}

/**
 * Takes a submission: call it when the request's body is complete, since that is its time of receipt. One transaction of
 * the register, so it works while Temporal is down.
 */
export async function takeReport(deps: ApiDeps, handed: HandedIn): Promise<Receipt> {
  const now = await deps.now(handed.noticeId);
  const { notice } = await readNotice(deps.pool, handed.noticeId);
  await mustBeOfDossier(deps.pool, notice, handed);
  return takeSubmission(deps.pool, {
    ...handed,
    receivedAt: now,
    now,
    reviewDueAt: reviewDueAt(notice, now),
    composeReceipt: receiptLetters(notice),
    composeReversed: reversedLetters(notice),
  });
}
