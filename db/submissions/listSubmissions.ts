import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { OUTCOME } from '../reading/statusColumn.ts';

export type Review = 'unreviewed' | 'accepted' | 'accepted-by-time' | 'supplement-asked';

/** A submission in a list: the record of it, without its text and files. */
export interface SubmissionListed {
  id: string;
  receiptNo: string;
  channel: string;
  kind: 'report' | 'nothing';
  signedBy: string | null;
  capacities: string[];
  uploadedBy: string;
  receivedAt: Instant;
  recordedAt: Instant;
  review: Review;
  reviewDueAt: Instant;
  reviewedAt: Instant | null;
  signedOriginalAt: Instant | null;
  covers: { obligationId: string; version: number; outcome: string }[];
}

export interface SubmissionFilter {
  noticeId: string;
  periodId?: string;
  obligationId?: string;
  signedBy?: string;
  review?: Review;
  /** the last one of the page before: what was recorded before it follows */
  after?: { recordedAt: Instant; id: string };
  /** at most so many; the caller bounds it */
  limit: number;
}

/** Submissions of a notice, the latest recorded first, a page at a time. */
export async function listSubmissions(
  queryable: Queryable,
  filter: SubmissionFilter,
): Promise<SubmissionListed[]> {
  const { rows } = await queryable.query<SubmissionListed>(
    `${SELECT}
     where s.notice_id = $1 and ($2::text is null or s.review = $2) and ($3::text is null or s.signed_by = $3)
       and ($4::text is null or exists (
         select from submission_obligation x where x.submission_id = s.id and x.obligation_id = $4))
       and ($5::text is null or exists (
         select from submission_obligation x join obligation o on o.id = x.obligation_id
         where x.submission_id = s.id and o.period_id = $5))
       and ($6::timestamptz is null or (s.recorded_at, s.id) < ($6, $7::uuid))
     order by s.recorded_at desc, s.id desc limit $8`,
    [
      filter.noticeId,
      filter.review ?? null,
      filter.signedBy ?? null,
      filter.obligationId ?? null,
      filter.periodId ?? null,
      filter.after?.recordedAt ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  );
  return rows;
}

/** What the office has still to review, the one longest in hand first. */
export async function unreviewed(
  queryable: Queryable,
  noticeId: string,
  limit: number,
): Promise<SubmissionListed[]> {
  const { rows } = await queryable.query<SubmissionListed>(
    `${SELECT} where s.notice_id = $1 and s.review = 'unreviewed' order by s.review_due_at, s.id limit $2`,
    [noticeId, limit],
  );
  return rows;
}

/** The columns of a listed submission; `where` follows. */
export const SELECT = `
select s.id, s.receipt_no as "receiptNo", s.channel, s.kind, s.signed_by as "signedBy", s.capacities,
  s.uploaded_by as "uploadedBy", s.received_at as "receivedAt", s.recorded_at as "recordedAt", s.review,
  s.review_due_at as "reviewDueAt", s.reviewed_at as "reviewedAt", s.signed_original_at as "signedOriginalAt", c.covers
from submission s
cross join lateral (
  select jsonb_agg(jsonb_build_object('obligationId', x.obligation_id, 'version', x.version, 'outcome', ${OUTCOME})
    order by x.obligation_id) as covers
  from submission_obligation x join obligation o on o.id = x.obligation_id
  join period d on d.id = o.period_id join process r on r.notice_id = o.notice_id and r.id = o.process_id
  where x.submission_id = s.id) c`;
