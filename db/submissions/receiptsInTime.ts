import type { Instant } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';

/** A receipt that called late what is in time now. */
export interface ReceiptInTime {
  submissionId: string;
  receiptNo: string;
  receivedAt: Instant;
  recordedAt: Instant;
  channel: string;
  kind: 'report' | 'nothing';
  capacities: string[];
  version: number;
  obligationIds: string[];
  /** the person who signed, else each who holds a party covered: those who got the receipt */
  receivers: { personId: string; name: string }[];
}

/**
 * The submissions by which these obligations count as received, as far as their receipts called them late and nothing
 * that they cover is late any more.
 */
export async function receiptsInTime(
  transaction: Transaction,
  obligationIds: readonly string[],
  now: Instant,
): Promise<ReceiptInTime[]> {
  const { rows } = await transaction.query<ReceiptInTime>(IN_TIME, [obligationIds, now]);
  return rows;
}

const IN_TIME = `
with counted as (
  select distinct on (c.obligation_id) c.submission_id
  from submission_obligation c join submission s on s.id = c.submission_id
  where c.obligation_id = any($1) order by c.obligation_id, s.received_at, c.version)
select s.id as "submissionId", s.receipt_no as "receiptNo", s.received_at as "receivedAt", s.recorded_at as "recordedAt",
  s.channel, s.kind, s.capacities, max(c.version) as version, array_agg(c.obligation_id order by c.obligation_id) as "obligationIds",
  (select coalesce(jsonb_agg(distinct jsonb_build_object('personId', p.person_id, 'name', p.name)), '[]')
   from person_contact p where p.notice_id = s.notice_id and p.address is not null and (p.person_id = s.signed_by
     or s.signed_by is null and p.person_id in (
       select h.person_id from submission_obligation m join obligation o on o.id = m.obligation_id
       join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id and h.since <= $2 and (h.until is null or h.until > $2)
       where m.submission_id = s.id))) as receivers
from submission s join submission_obligation c on c.submission_id = s.id join obligation o on o.id = c.obligation_id
where s.id in (select submission_id from counted) and exists (
  select from log l where l.notice_id = s.notice_id and l.subject = c.obligation_id and l.action = 'submission-taken'
    and l.detail->>'submission' = s.id::text and (l.detail->>'late')::boolean)
group by s.id having bool_and(o.outcome <> 'late') order by s.receipt_no`;
