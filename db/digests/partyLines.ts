import type { DigestParty } from '../../contracts/digest.ts';
import type { Instant } from '../../contracts/plan.ts';
import { type DigestFacts, digestStanding } from '../../domain/digest/standing.ts';
import type { Queryable } from '../pool.ts';
import { CAME_LATE, FINDING } from '../reading/statusColumn.ts';

export type PartyLine = Omit<
  DigestParty,
  'missesInARow' | 'missesInAll' | 'nothingInARow' | 'copiesInARow'
>;

type LineRead = Omit<PartyLine, 'status' | 'open'> & DigestFacts;

/** Every party of a period with how it stands at `now`; its holder is that of the due time, or of the one that was found missed. */
export async function partyLines(
  queryable: Queryable,
  periodId: string,
  now: Instant,
): Promise<PartyLine[]> {
  const { rows } = await queryable.query<LineRead>(LINES, [periodId]);
  return rows.map(({ dueAt, closedAs, cameLate, foundLate, paused, awaitsLock, ...line }) => {
    const { receivedAt } = line;
    const facts = { dueAt, receivedAt, cameLate, closedAs, foundLate, paused, awaitsLock };
    return { ...line, ...digestStanding(facts, now) };
  });
}

const LINES = `
select o.party_id as "partyId", p.title, h.person_id as "personId", coalesce(h.name, '') as holder, o.id as "obligationId",
  o.received_at as "receivedAt", coalesce(o.received_as = 'nothing', false) as nothing,
  coalesce(f.state, 'none') as finding, coalesce(f.doubts, '{}') as doubts,
  o.due_at as "dueAt", o.closed_as as "closedAs", ${CAME_LATE} as "cameLate", o.found_late as "foundLate",
  d.state = 'paused' or r.state = 'paused' as paused,
  d.state = 'open' and exists (
    select from schedule_step t where t.schedule_id = o.schedule_id and t.kind = 'lock' and t.done_at is null) as "awaitsLock"
from obligation o
join period d on d.id = o.period_id
join process r on r.notice_id = o.notice_id and r.id = o.process_id
join party p on p.notice_id = o.notice_id and p.id = o.party_id
left join lateral ${FINDING} f on true
cross join lateral (
  select case when f.state in ('recorded', 'released') then f.due_at else o.due_at end as due_at) e
left join lateral (
  select h.person_id, c.name from holding h
  left join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
  where h.notice_id = o.notice_id and h.party_id = o.party_id and h.sole
    and h.since <= e.due_at and (h.until is null or h.until > e.due_at) limit 1) h on true
where o.period_id = $1 and o.track = 'main' order by o.ordinal`;
