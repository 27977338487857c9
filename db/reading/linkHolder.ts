import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** The person whom a link was sent to. */
export interface LinkHolder {
  personId: string;
  name: string;
  /** posts held now, and units whose letters the person receives */
  parties: { id: string; kind: 'position' | 'unit'; title: string }[];
}

/** The holder of a link, if its generation is the person's current one and the person is not erased; else undefined. */
export async function findLinkHolder(
  queryable: Queryable,
  link: { noticeId: string; person: string; generation: number; now: Instant },
): Promise<LinkHolder | undefined> {
  const { rows } = await queryable.query<LinkHolder>(
    `select p.id as "personId", c.name,
       (select coalesce(jsonb_agg(distinct jsonb_build_object('id', a.id, 'kind', a.kind, 'title', a.title)), '[]')
        from holding h join party a on a.notice_id = h.notice_id and a.id = h.party_id
        where h.notice_id = p.notice_id and h.person_id = p.id and h.since <= $4 and (h.until is null or h.until > $4)) as parties
     from person p join person_contact c on c.notice_id = p.notice_id and c.person_id = p.id
     where p.notice_id = $1 and p.id = $2 and p.link_generation = $3 and p.erased_at is null`,
    [link.noticeId, link.person, link.generation, link.now],
  );
  return rows[0];
}

/** Whether there is such a person at all, erased or of another generation: a void link answers 410, an invented one 404. */
export async function isPerson(
  queryable: Queryable,
  noticeId: string,
  personId: string,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    'select 1 from person where notice_id = $1 and id = $2',
    [noticeId, personId],
  );
  return rowCount === 1;
}
