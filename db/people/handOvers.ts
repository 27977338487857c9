import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import type { Transaction } from '../transaction.ts';

/** A hand-over whose time has come. */
export interface HandOver {
  decisionId: string;
  partyId: string;
  post: string;
  isUnit: boolean;
  leaving: string | null;
  /** null: nobody comes */
  coming: { personId: string; name: string; hasAddress: boolean } | null;
  at: Instant;
  /** entered beforehand: whoever leaves has kept the post's doors open until now */
  wasAhead: boolean;
}

/** When the next hand-over is to be carried out; null where none is ahead. */
export async function nextHandOver(
  queryable: Queryable,
  noticeId: string,
): Promise<Instant | null> {
  const { rows } = await queryable.query<{ at: Instant | null }>(
    'select min(at) as at from hand_over where notice_id = $1 and carried_out_at is null',
    [noticeId],
  );
  return rows[0]?.at ?? null;
}

/** Locks the hand-overs whose time has come and marks them as carried out, in order; the caller does it in the same transaction. */
export async function takeHandOvers(
  transaction: Transaction,
  noticeId: string,
  now: Instant,
): Promise<HandOver[]> {
  const { rows } = await transaction.query<HandOver>(
    `with taken as (
       update hand_over set carried_out_at = $2 where notice_id = $1 and at <= $2 and carried_out_at is null returning *)
     select t.decision_id as "decisionId", t.party_id as "partyId", p.title as post, p.kind = 'unit' as "isUnit",
       t.leaving_id as leaving, t.at, t.at > d.at as "wasAhead",
       case when c.person_id is not null then jsonb_build_object('personId', c.person_id, 'name', c.name,
         'hasAddress', c.address is not null) end as coming
     from taken t
     join decision d on d.id = t.decision_id
     join party p on p.notice_id = t.notice_id and p.id = t.party_id
     left join person_contact c on c.notice_id = t.notice_id and c.person_id = t.coming_id
     order by t.at, t.decision_id, t.party_id, t.coming_id`,
    [noticeId, now],
  );
  return rows;
}

/** Everything open of a party, across all processes, by its due time; a trial that is over is asked of nobody any more. */
export async function openOf(
  queryable: Queryable,
  noticeId: string,
  partyId: string,
): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>(
    `select o.id from obligation o join period d on d.id = o.period_id
     where o.notice_id = $1 and o.party_id = $2 and o.outcome = 'open' and d.state in ('open', 'paused', 'closed')
       and not (d.trial and d.state = 'closed')
     order by o.due_at, o.id`,
    [noticeId, partyId],
  );
  return rows.map(({ id }) => id);
}
