import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** A unit with the position that has it in charge; null while nobody has ("chưa đủ dữ liệu"). */
export interface UnitInCharge {
  id: string;
  title: string;
  deputy: { id: string; title: string; since: Instant } | null;
}

/** Who has these units in charge at an instant, in the order of their ids. */
export async function readUnitsInCharge(
  queryable: Queryable,
  query: { noticeId: string; units: readonly string[]; now: Instant },
): Promise<UnitInCharge[]> {
  const { rows } = await queryable.query<UnitInCharge>(
    `select u.id, u.title, case when s.supervisor_id is not null then jsonb_build_object('id', s.supervisor_id, 'title', d.title,
       'since', to_char(s.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as deputy
     from party u
     left join supervision s on s.notice_id = u.notice_id and s.party_id = u.id and s.since <= $3 and (s.until is null or s.until > $3)
     left join party d on d.notice_id = s.notice_id and d.id = s.supervisor_id
     where u.notice_id = $1 and u.id = any($2) order by u.id`,
    [query.noticeId, query.units, query.now],
  );
  return rows;
}

/** The last list that was recorded. */
export interface ListOnRecord {
  decisionId: string;
  /** 'YYYY-MM-DD' */
  signedOn: string;
  number: string | null;
  recordedAt: Instant;
}

/** The list of a process that was recorded last; null where none was. */
export async function lastListRecorded(
  queryable: Queryable,
  noticeId: string,
  processId: string,
): Promise<ListOnRecord | null> {
  const { rows } = await queryable.query<ListOnRecord>(
    `select l.decision_id as "decisionId", l.signed_on as "signedOn", l.number, l.recorded_at as "recordedAt"
     from supervision_list l where l.notice_id = $1 and l.process_id = $2 order by l.recorded_at desc, l.decision_id limit 1`,
    [noticeId, processId],
  );
  return rows[0] ?? null;
}
