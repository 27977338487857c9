import type { Instant } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';

/** A post or unit as it stands at one instant. */
export interface PartyNow {
  id: string;
  kind: 'position' | 'unit';
  title: string;
  supervisor: string | null;
  holders: { personId: string; name: string; hasAddress: boolean }[];
}

/** Every post and unit of a notice with who holds it and who stands above it, by id. */
export async function readParties(
  transaction: Transaction,
  noticeId: string,
  now: Instant,
): Promise<Map<string, PartyNow>> {
  const { rows } = await transaction.query<PartyNow>(
    `select p.id, p.kind, p.title, s.supervisor_id as supervisor,
       (select coalesce(jsonb_agg(jsonb_build_object('personId', h.person_id, 'name', coalesce(c.name, p.title),
          'hasAddress', c.address is not null) order by h.person_id), '[]')
        from holding h left join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
        where h.notice_id = p.notice_id and h.party_id = p.id and h.since <= $2 and (h.until is null or h.until > $2)) as holders
     from party p
     left join supervision s on s.notice_id = p.notice_id and s.party_id = p.id and s.since <= $2 and (s.until is null or s.until > $2)
     where p.notice_id = $1`,
    [noticeId, now],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
