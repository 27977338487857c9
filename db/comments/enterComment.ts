import { randomUUID } from 'node:crypto';
import type { Instant } from '../../contracts/plan.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/** What a consulted body has handed in. */
export interface HandedComment {
  noticeId: string;
  processId: string;
  obligationId: string;
  partyId: string;
  madeBy: string;
  submissionId: string;
  /** the actor */
  by: string;
  at: Instant;
}

/**
 * Makes what a consulted body handed in a comment to be answered. A later version takes the place of the one before it
 * and stands unanswered again. @returns its row for the log
 */
export async function enterComment(
  transaction: Transaction,
  given: HandedComment,
): Promise<LogEntry> {
  const { noticeId, processId, obligationId, partyId, madeBy, submissionId, by, at } = given;
  const { rows } = await transaction.query<{ id: string }>(
    `insert into comment_absorbed (id, notice_id, process_id, obligation_id, party_id, made_by, submission_id, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (obligation_id) do update set submission_id = excluded.submission_id, recorded_by = excluded.recorded_by,
       recorded_at = excluded.recorded_at, absorbed = null, why = null, answered_by = null, answered_at = null
     returning id`,
    [randomUUID(), noticeId, processId, obligationId, partyId, madeBy, submissionId, by, at],
  );
  return {
    actor: by,
    action: 'comment-recorded',
    subject: `${noticeId}/${processId}`,
    detail: { comment: rows[0]?.id, submission: submissionId },
  };
}
