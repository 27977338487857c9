import type { Queryable } from '../pool.ts';

/**
 * Everybody who holds or held a post against which a finding stands, with the name as it is now: who has missed something
 * is among them. A unit's addressees are not: its misses are nobody's.
 */
export async function silentPersons(
  queryable: Queryable,
  noticeId: string,
): Promise<{ personId: string; holder: string }[]> {
  const { rows } = await queryable.query<{ personId: string; holder: string }>(
    `select h.person_id as "personId", coalesce(c.name, '') as holder
     from (select distinct o.party_id from finding f join obligation o on o.id = f.obligation_id
       where f.notice_id = $1 and f.state in ('recorded', 'released')) missed
     join (select distinct party_id, person_id from holding where notice_id = $1 and sole) h on h.party_id = missed.party_id
     left join person_contact c on c.notice_id = $1 and c.person_id = h.person_id
     group by h.person_id, c.name order by h.person_id`,
    [noticeId],
  );
  return rows;
}
