import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Pool, Queryable } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { mustBeParty } from './mustBeParty.ts';

/** An inspection of a party on the spot ("đôn đốc, kiểm tra việc tổ chức thực hiện", the notice's closing clause). */
export interface Inspection {
  /** a uuid of the caller's: recorded again with it, nothing is entered twice */
  id: string;
  noticeId: string;
  partyId: string;
  /** 'YYYY-MM-DD' */
  inspectedOn: string;
  inspectedBy: string;
  findings: string;
  /** the actor */
  recordedBy: string;
  recordedAt: Instant;
}

/** Records an inspection, once. @throws NotFound where the party is none of this notice */
export async function recordInspection(pool: Pool, inspection: Inspection): Promise<void> {
  const { id, noticeId, partyId, recordedBy, recordedAt } = inspection;
  await inTransaction(pool, async (transaction) => {
    await mustBeParty(transaction, noticeId, partyId);
    const { rowCount } = await transaction.query(
      `insert into inspection (id, notice_id, party_id, inspected_on, inspected_by, findings, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [
        id,
        noticeId,
        partyId,
        inspection.inspectedOn,
        inspection.inspectedBy,
        inspection.findings,
        recordedBy,
        recordedAt,
      ],
    );
    if (rowCount === 0) return;
    await appendLog(transaction, noticeId, recordedAt, [
      {
        actor: recordedBy,
        action: 'inspection-recorded',
        subject: `${noticeId}/${partyId}`,
        detail: { inspection: id },
      },
    ]);
  });
}

/** Inspections of a notice, or of one of its parties, the latest first. */
export async function listInspections(
  queryable: Queryable,
  filter: { noticeId: string; partyId?: string; limit: number },
): Promise<Inspection[]> {
  const { rows } = await queryable.query<Inspection>(
    `select id, notice_id as "noticeId", party_id as "partyId", inspected_on as "inspectedOn", inspected_by as "inspectedBy",
       findings, recorded_by as "recordedBy", recorded_at as "recordedAt"
     from inspection where notice_id = $1 and ($2::text is null or party_id = $2)
     order by inspected_on desc, recorded_at desc, id limit $3`,
    [filter.noticeId, filter.partyId ?? null, filter.limit],
  );
  return rows;
}
