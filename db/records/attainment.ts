import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Pool, Queryable } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { mustBeParty } from './mustBeParty.ts';

/** When a unit plans to attain a level, and when it did (clause 3: "không được chậm trễ"). */
export interface Attainment {
  noticeId: string;
  partyId: string;
  level: 'attained' | 'advanced' | 'model';
  /** 'YYYY-MM-DD', or null where it is not known */
  plannedOn: string | null;
  attainedOn: string | null;
  /** the actor */
  recordedBy: string;
  recordedAt: Instant;
}

/**
 * Records a unit's dates for a level. A later record replaces the earlier one, whose dates stay in the log.
 * @throws NotFound where the party is none of this notice, Invalid without any date
 */
export async function recordAttainment(pool: Pool, attainment: Attainment): Promise<void> {
  const { noticeId, partyId, level, plannedOn, attainedOn, recordedBy, recordedAt } = attainment;
  if (plannedOn === null && attainedOn === null) {
    throw new PermanentFailure(
      FAILURES.invalid,
      'an attainment needs the day on which it is planned or the day on which it was reached',
      '/plannedOn',
    );
  }
  await inTransaction(pool, async (transaction) => {
    await mustBeParty(transaction, noticeId, partyId);
    const { rowCount } = await transaction.query(
      `insert into attainment as a (notice_id, party_id, level, planned_on, attained_on, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (notice_id, party_id, level) do update set planned_on = excluded.planned_on,
         attained_on = excluded.attained_on, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
       where (a.planned_on, a.attained_on) is distinct from (excluded.planned_on, excluded.attained_on)`,
      [noticeId, partyId, level, plannedOn, attainedOn, recordedBy, recordedAt],
    );
    if (rowCount === 0) return;
    await appendLog(transaction, noticeId, recordedAt, [
      {
        actor: recordedBy,
        action: 'attainment-recorded',
        subject: `${noticeId}/${partyId}`,
        detail: { level, plannedOn, attainedOn },
      },
    ]);
  });
}

/** What is recorded of units' levels, in the order of party and level. */
export async function listAttainment(
  queryable: Queryable,
  filter: { noticeId: string; partyId?: string },
): Promise<Attainment[]> {
  const { rows } = await queryable.query<Attainment>(
    `select notice_id as "noticeId", party_id as "partyId", level, planned_on as "plannedOn", attained_on as "attainedOn",
       recorded_by as "recordedBy", recorded_at as "recordedAt"
     from attainment where notice_id = $1 and ($2::text is null or party_id = $2)
     order by party_id, array_position(array['attained', 'advanced', 'model'], level)`,
    [filter.noticeId, filter.partyId ?? null],
  );
  return rows;
}

/** Who has not attained a level by the day planned for it ("không được chậm trễ", clause 3), the longest late first. */
export async function lateAttainment(
  queryable: Queryable,
  { noticeId, today }: { noticeId: string; today: string },
): Promise<{ title: string; level: Attainment['level']; plannedOn: string }[]> {
  const { rows } = await queryable.query<{
    title: string;
    level: Attainment['level'];
    plannedOn: string;
  }>(
    `select p.title, a.level, a.planned_on as "plannedOn"
     from attainment a join party p on p.notice_id = a.notice_id and p.id = a.party_id
     where a.notice_id = $1 and a.planned_on < $2 and a.attained_on is null
     order by a.planned_on, p.title`,
    [noticeId, today],
  );
  return rows;
}
