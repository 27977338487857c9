import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import type { ActorFacts, SubjectFacts } from '../../domain/rights/facts.ts';
import { readNotice } from '../notices/readNotice.ts';
import { readStanding } from '../people/readStanding.ts';
import type { Queryable } from '../pool.ts';

/**
 * What rights depend on for a decision about a whole notice or period, or a process, which may have somebody who leads it.
 * @throws NotFound
 */
export async function readNoticeSubject(
  queryable: Queryable,
  noticeId: string,
  now: Instant,
  processId?: string,
): Promise<SubjectFacts> {
  const { notice } = await readNotice(queryable, noticeId);
  const process = processId === undefined ? null : findProcess(notice, processId).process;
  return {
    partyId: null,
    partyKind: null,
    holderIds: [],
    foundIds: [],
    dueAt: null,
    now,
    supervisorChain: [],
    told: [],
    lead: process !== null && 'lead' in process ? process.lead : null,
    chair: notice.roles.chair,
    officePosition: notice.roles.office,
    officeHolder: null,
    releaseBy: notice.settings.release.by,
  };
}

interface SubjectRow {
  id: string;
  party_id: string;
  party_kind: 'position' | 'unit';
  due_at: Instant;
  holder_ids: string[];
  found_ids: string[];
  told: string[];
}

/**
 * What rights depend on for each of these obligations, as people stand at `now`; whoever was found is who held the post
 * when the report fell due, whoever holds it since; by one finding alone where that is named.
 * @throws NotFound where an id is no obligation of this notice
 */
export async function readSubjectFacts(
  queryable: Queryable,
  noticeId: string,
  obligationIds: readonly string[],
  now: Instant,
  findingId?: string,
): Promise<Map<string, SubjectFacts>> {
  const common = await readNoticeSubject(queryable, noticeId, now);
  const standing = await readStanding(queryable, noticeId, now);
  const { rows } = await queryable.query<SubjectRow>(SUBJECTS, [
    noticeId,
    obligationIds,
    now,
    findingId ?? null,
  ]);
  const facts = new Map(
    rows.map((row): [string, SubjectFacts] => [
      row.id,
      {
        ...common,
        partyId: row.party_id,
        partyKind: row.party_kind,
        holderIds: row.holder_ids,
        foundIds: row.found_ids,
        dueAt: row.due_at,
        supervisorChain: standing.chainOf(row.party_id).filter((id) => !standing.vacant(id)),
        told: row.told,
        officeHolder: standing.personOf(common.officePosition),
      },
    ]),
  );
  const missing = obligationIds.find((id) => !facts.has(id));
  if (missing === undefined) return facts;
  throw new PermanentFailure(
    FAILURES.notFound,
    `the notice ${noticeId} has no obligation ${missing}`,
    '/obligations',
  );
}

/** What rights depend on for a decision about a party itself, such as who holds it. @throws NotFound */
export async function readPartySubject(
  queryable: Queryable,
  noticeId: string,
  partyId: string,
  now: Instant,
): Promise<SubjectFacts> {
  const party = (await readPartySubjects(queryable, noticeId, [partyId], now)).get(partyId);
  if (party) return party;
  throw new PermanentFailure(FAILURES.notFound, `the notice ${noticeId} has no party ${partyId}`);
}

/** The same of several parties, by their ids; one that is unknown is left out. */
export async function readPartySubjects(
  queryable: Queryable,
  noticeId: string,
  partyIds: readonly string[],
  now: Instant,
): Promise<Map<string, SubjectFacts>> {
  const common = await readNoticeSubject(queryable, noticeId, now);
  const { rows } = await queryable.query<{
    id: string;
    kind: 'position' | 'unit';
    holders: string[];
  }>(
    `select p.id, p.kind, array(select h.person_id from holding h where h.notice_id = p.notice_id and h.party_id = p.id
       and h.since <= $3 and (h.until is null or h.until > $3) order by 1) as holders
     from party p where p.notice_id = $1 and p.id = any($2)`,
    [noticeId, partyIds, now],
  );
  const standing = await readStanding(queryable, noticeId, now, { parties: partyIds });
  return new Map(
    rows.map(({ id, kind, holders }): [string, SubjectFacts] => [
      id,
      {
        ...common,
        partyId: id,
        partyKind: kind,
        holderIds: holders,
        supervisorChain: standing.chainOf(id).filter((above) => !standing.vacant(above)),
      },
    ]),
  );
}

/** The positions that a person holds at `now`, for `ActorFacts`. */
export async function readPositions(
  queryable: Queryable,
  noticeId: string,
  personId: string,
  now: Instant,
): Promise<ActorFacts['positions']> {
  const { rows } = await queryable.query<{ party_id: string }>(
    `select h.party_id from holding h join party p on p.notice_id = h.notice_id and p.id = h.party_id and p.kind = 'position'
     where h.notice_id = $1 and h.person_id = $2 and h.since <= $3 and (h.until is null or h.until > $3) order by 1`,
    [noticeId, personId, now],
  );
  return rows.map(({ party_id }) => party_id);
}

const SUBJECTS = `
select o.id, o.party_id, p.kind as party_kind, o.due_at,
  array(select h.person_id from holding h where h.notice_id = o.notice_id and h.party_id = o.party_id
    and h.since <= $3 and (h.until is null or h.until > $3) order by 1) as holder_ids,
  array(select distinct h.person_id from finding f join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id
    and h.since <= f.due_at and (h.until is null or h.until > f.due_at)
    where f.obligation_id = o.id and ($4::uuid is null or f.id = $4) order by 1) as found_ids,
  array(select c.recipient_id from climb c where c.obligation_id = o.id order by c.taken_at, c.rung) as told
from obligation o
join party p on p.notice_id = o.notice_id and p.id = o.party_id
where o.notice_id = $1 and o.id = any($2)`;
