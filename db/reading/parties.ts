import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { conditions } from './conditions.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './page.ts';

/** A post or a unit with whoever holds it now; a vacant post has no holder. */
export interface PartyRow {
  id: string;
  kind: 'position' | 'unit';
  title: string;
  /** the position above it now */
  supervisorId: string | null;
  holders: { personId: string; name: string | null; hasAddress: boolean; since: Instant }[];
  /** a change that is entered for later */
  ahead: { leaving: string | null; coming: string | null; at: Instant } | null;
  open: number;
}

/** The parties of a notice, positions first, as they stand at `now`. */
export async function listParties(
  queryable: Queryable,
  filter: PageRequest & { noticeId: string; now: Instant; kind?: PartyRow['kind'] | undefined },
): Promise<Page<PartyRow>> {
  const after = readCursor(filter.cursor, ['id', 'id']);
  const where = conditions(filter.noticeId, filter.now);
  where.always('p.notice_id = $1');
  where.when(filter.kind, (place) => `p.kind = ${place}`);
  if (after) where.always(`(p.kind, p.id) > (${where.value(after[0])}, ${where.value(after[1])})`);
  const { rows } = await queryable.query<PartyRow>(
    `select p.id, p.kind, p.title, s.supervisor_id as "supervisorId", coalesce(h.holders, '[]') as holders,
       (select jsonb_build_object('leaving', a.leaving_id, 'coming', a.coming_id, 'at', ${JSON_INSTANT('a.at')})
        from hand_over a where a.notice_id = p.notice_id and a.party_id = p.id and a.at > $2 order by a.at limit 1) as ahead,
       (select count(*) from obligation o where o.notice_id = p.notice_id and o.party_id = p.id and o.outcome = 'open') as open
     from party p
     left join supervision s on s.notice_id = p.notice_id and s.party_id = p.id and s.since <= $2 and (s.until is null or s.until > $2)
     left join lateral (
       select jsonb_agg(jsonb_build_object('personId', h.person_id, 'name', c.name, 'hasAddress', c.address is not null,
         'since', ${JSON_INSTANT('h.since')}) order by h.since, h.person_id) as holders
       from holding h left join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
       where h.notice_id = p.notice_id and h.party_id = p.id and h.since <= $2 and (h.until is null or h.until > $2)) h on true
     where ${where.text()} order by p.kind, p.id limit ${where.value(filter.limit + 1)}`,
    where.values,
  );
  return pageOf(rows, filter.limit, (row) => [row.kind, row.id]);
}

const JSON_INSTANT = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
