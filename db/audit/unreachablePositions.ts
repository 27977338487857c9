import { idsOf, type RegisterCheck } from './check.ts';

/**
 * Positions that a ladder leads to and that no letter would reach now: nobody holds them, or the holder has no address.
 * They are those a rung names, those above anybody who owes something in an open period, the chair and the fallback.
 */
export const unreachablePositions: RegisterCheck = (queryable, { noticeId, notice, now }) => {
  const { roles, ladders } = notice;
  const named = ladders.list.flatMap(({ rungs }) =>
    rungs.flatMap(({ to }) => ('position' in to ? [to.position] : [])),
  );
  return idsOf(queryable, UNREACHABLE, [noticeId, now, [...named, roles.chair, ...roles.fallback]]);
};

const UNREACHABLE = `
with reached as (
  select unnest($3::text[]) as id
  union
  select s.supervisor_id from supervision s
  where s.notice_id = $1 and s.since <= $2 and (s.until is null or s.until > $2) and exists (
    select from obligation o join period d on d.id = o.period_id and d.state = 'open'
    where o.notice_id = $1 and o.party_id = s.party_id and o.outcome = 'open'))
select r.id from reached r
where not exists (
  select from holding h join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
  where h.notice_id = $1 and h.party_id = r.id and h.since <= $2 and (h.until is null or h.until > $2)
    and c.address is not null)
order by 1`;
