import type { SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { conditions } from './conditions.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './page.ts';

export interface FindingRow {
  id: string;
  noticeId: string;
  obligationId: string;
  processId: string;
  periodKey: string;
  partyId: string;
  party: string;
  /** of the due time that it is about */
  lastDay: string;
  state: 'withheld' | 'recorded' | 'released' | 'reversed';
  /** why it is withheld */
  doubts: string[];
  /** whether the notice states a consequence */
  hasWords: boolean;
  held: boolean;
  evidence: SentEvidence[];
  recordedAt: Instant;
  releaseDueAt: Instant | null;
  decidedAt: Instant | null;
  answers: { at: Instant; body: string }[];
}

const SELECT = `
  select f.id, f.notice_id as "noticeId", f.obligation_id as "obligationId", o.process_id as "processId", d.key as "periodKey",
    o.party_id as "partyId", p.title as party, f.last_day as "lastDay", f.state, f.doubts, f.has_words as "hasWords", f.held,
    f.evidence, f.recorded_at as "recordedAt", f.release_due_at as "releaseDueAt", f.decided_at as "decidedAt",
    (select coalesce(jsonb_agg(jsonb_build_object('at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'body', a.body)
       order by a.at), '[]') from finding_answer a where a.finding_id = f.id) as answers
  from finding f
  join obligation o on o.id = f.obligation_id
  join period d on d.id = o.period_id
  join party p on p.notice_id = o.notice_id and p.id = o.party_id`;

export interface FindingFilter extends PageRequest {
  noticeId: string;
  process?: string | undefined;
  period?: string | undefined;
  party?: string | undefined;
  state?: FindingRow['state'] | undefined;
  parties?: string[] | undefined;
}

/** Findings of a notice in the order in which they were recorded, with evidence and answers. */
export async function listFindings(
  queryable: Queryable,
  filter: FindingFilter,
): Promise<Page<FindingRow>> {
  const after = readCursor(filter.cursor, ['instant', 'uuid']);
  const where = conditions(filter.noticeId);
  where.always('f.notice_id = $1');
  where.when(filter.process, (place) => `o.process_id = ${place}`);
  where.when(filter.period, (place) => `d.key = ${place}`);
  where.when(filter.party, (place) => `o.party_id = ${place}`);
  where.when(filter.state, (place) => `f.state = ${place}`);
  where.when(filter.parties, (place) => `o.party_id = any(${place})`);
  if (after) {
    where.always(`(f.recorded_at, f.id) > (${where.value(after[0])}, ${where.value(after[1])})`);
  }
  const { rows } = await queryable.query<FindingRow>(
    `${SELECT} where ${where.text()} order by f.recorded_at, f.id limit ${where.value(filter.limit + 1)}`,
    where.values,
  );
  return pageOf(rows, filter.limit, (row) => [row.recordedAt, row.id]);
}

/** One finding; undefined where there is none. */
export async function readFinding(
  queryable: Queryable,
  findingId: string,
): Promise<FindingRow | undefined> {
  const { rows } = await queryable.query<FindingRow>(`${SELECT} where f.id = $1`, [findingId]);
  return rows[0];
}

/** The findings about what fell due while a person held the post, in the order in which they were recorded. */
export async function findingsOf(
  queryable: Queryable,
  noticeId: string,
  personId: string,
): Promise<FindingRow[]> {
  const { rows } = await queryable.query<FindingRow>(
    `${SELECT} where f.notice_id = $1 and exists (
       select from holding h where h.notice_id = o.notice_id and h.party_id = o.party_id and h.person_id = $2
         and h.since <= f.due_at and (h.until is null or h.until > f.due_at))
     order by f.recorded_at, f.id`,
    [noticeId, personId],
  );
  return rows;
}
