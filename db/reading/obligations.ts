import type { Instant } from '../../contracts/plan.ts';
import type { Status } from '../../domain/status/status.ts';
import type { Queryable } from '../pool.ts';
import { conditions } from './conditions.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './page.ts';
import { FINDING, statusColumn } from './statusColumn.ts';

export interface ObligationRow {
  id: string;
  noticeId: string;
  processId: string;
  periodId: string;
  periodKey: string;
  track: string;
  deliverable: string;
  partyId: string;
  party: string;
  status: Status;
  /** The due time as the period was planned, and as it stands. */
  originalDueAt: Instant;
  dueAt: Instant;
  lastDay: string;
  lockAt: Instant | null;
  receivedAt: Instant | null;
  receivedAs: 'report' | 'nothing' | null;
  finding: { id: string; state: string } | null;
  rungs: string[];
  /** where it is owed since it was taken off this party, and what it stands for since it was taken off others */
  reassignedTo: string | null;
  reassignedFrom: string[];
}

export interface ObligationFilter extends PageRequest {
  noticeId: string;
  now: Instant;
  process?: string | undefined;
  /** the period's key */
  period?: string | undefined;
  party?: string | undefined;
  person?: string | undefined;
  track?: string | undefined;
  status?: Status | undefined;
  /** open though its due time has passed */
  overdue?: boolean | undefined;
  /** only these parties; undefined for all */
  parties?: string[] | undefined;
}

const SELECT = (now: string) => `
  select o.id, o.notice_id as "noticeId", o.process_id as "processId", o.period_id as "periodId", d.key as "periodKey", o.track,
    o.deliverable, o.party_id as "partyId", p.title as party, ${statusColumn(now)} as status,
    o.original_due_at as "originalDueAt", o.due_at as "dueAt", s.last_day as "lastDay", o.lock_at as "lockAt",
    o.received_at as "receivedAt", o.received_as as "receivedAs",
    (select jsonb_build_object('id', f.id, 'state', f.state) from ${FINDING} f) as finding,
    array(select c.rung from climb c where c.obligation_id = o.id order by c.taken_at, c.rung) as rungs,
    (select r.to_obligation_id from reassignment r where r.obligation_id = o.id) as "reassignedTo",
    array(select r.obligation_id from reassignment r where r.to_obligation_id = o.id order by 1) as "reassignedFrom"
  from obligation o
  join period d on d.id = o.period_id
  join process r on r.notice_id = o.notice_id and r.id = o.process_id
  join schedule s on s.id = o.schedule_id
  join party p on p.notice_id = o.notice_id and p.id = o.party_id`;

/** An obligation is a person's who held its post at its due time, or holds it now where that is still to come. `$2` is now. */
const heldBy = (person: string): string => `exists (
  select from holding h where h.notice_id = o.notice_id and h.party_id = o.party_id and h.person_id = ${person}
    and h.since <= least(o.due_at, $2::timestamptz) and (h.until is null or h.until > least(o.due_at, $2::timestamptz)))`;

/** Obligations of a notice in the order of their due times, as they stand at `now`. */
export async function listObligations(
  queryable: Queryable,
  filter: ObligationFilter,
): Promise<Page<ObligationRow>> {
  const after = readCursor(filter.cursor, ['instant', 'id']);
  const where = conditions(filter.noticeId, filter.now);
  where.always('o.notice_id = $1');
  where.when(filter.process, (place) => `o.process_id = ${place}`);
  where.when(filter.period, (place) => `d.key = ${place}`);
  where.when(filter.party, (place) => `o.party_id = ${place}`);
  where.when(filter.track, (place) => `o.track = ${place}`);
  where.when(filter.parties, (place) => `o.party_id = any(${place})`);
  where.when(filter.person, heldBy);
  where.when(filter.status, (place) => `${statusColumn('$2')} = ${place}`);
  where.when(filter.overdue, (place) => `(${statusColumn('$2')} = 'open-overdue') = ${place}`);
  if (after)
    where.always(`(o.due_at, o.id) > (${where.value(after[0])}, ${where.value(after[1])})`);
  const { rows } = await queryable.query<ObligationRow>(
    `${SELECT('$2')} where ${where.text()} order by o.due_at, o.id limit ${where.value(filter.limit + 1)}`,
    where.values,
  );
  return pageOf(rows, filter.limit, (row) => [row.dueAt, row.id]);
}

/** One obligation as it stands at `now`; undefined where there is none. */
export async function readObligation(
  queryable: Queryable,
  obligationId: string,
  now: Instant,
): Promise<ObligationRow | undefined> {
  const { rows } = await queryable.query<ObligationRow>(`${SELECT('$2')} where o.id = $1`, [
    obligationId,
    now,
  ]);
  return rows[0];
}
