import type { Miss } from '../../domain/ladder/proposals.ts';
import type { Queryable } from '../pool.ts';

/** What these missed obligations are, by their ids, each by its latest finding. */
export async function missesOf(
  queryable: Queryable,
  obligationIds: readonly string[],
): Promise<Map<string, Miss>> {
  const { rows } = await queryable.query<Miss>(
    `select o.id as "obligationId", o.process_id as "processId", o.party_id as "partyId", p.title as capacity, max(f.last_day) as "lastDay"
     from obligation o
     join finding f on f.obligation_id = o.id and f.state in ('recorded', 'released')
     join party p on p.notice_id = o.notice_id and p.id = o.party_id
     where o.id = any($1) group by o.id, p.title`,
    [obligationIds],
  );
  return new Map(rows.map((miss) => [miss.obligationId, miss]));
}
