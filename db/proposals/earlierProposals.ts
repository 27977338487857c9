import type { DecidedHandling, EarlierProposal, Handling } from '../../contracts/digest.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { IN_ORDER, WITH_PLACES } from './inOrder.ts';

/** A proposal of an earlier digest, with what became of it and of the explanation that it led to. */
export interface EarlierProposalRow {
  id: string;
  holder: string;
  capacity: string;
  missesInARow: number;
  propose: Handling;
  state: 'open' | 'decided' | 'withdrawn';
  withdrawnWhy: 'no-miss' | 'proposed-anew' | null;
  handling: DecidedHandling | null;
  /** the position in which it was decided */
  decidedAs: string | null;
  settledAt: Instant | null;
  /** the digest that it stands in has been released */
  shown: boolean;
  explanation: EarlierProposal['explanation'];
}

/**
 * Proposals of earlier digests of a process that a new one has something to say about: nobody has decided yet, they were
 * settled since the digest before, or their explanation was still to come then.
 */
export async function earlierProposals(
  queryable: Queryable,
  query: { noticeId: string; digestProcess: string; digestPeriodId: string },
): Promise<EarlierProposalRow[]> {
  const { rows } = await queryable.query<EarlierProposalRow>(EARLIER, [
    query.noticeId,
    query.digestProcess,
    query.digestPeriodId,
  ]);
  return rows;
}

const EARLIER = `
with before as (
  select g.period_id, g.drafted_at, g.released_at from digest g join period d on d.id = g.period_id
  where d.notice_id = $1 and d.process_id = $2 and g.period_id <> $3),
since as (select coalesce(max(drafted_at), '-infinity') as at from before)
select p.id, coalesce(c.name, '') as holder, t.title as capacity, p.misses_in_a_row as "missesInARow", p.proposed as propose,
  p.state, p.withdrawn_why as "withdrawnWhy", p.handling, d.capacity as "decidedAs", p.settled_at as "settledAt",
  b.released_at is not null as shown,
  case when e.id is not null then jsonb_build_object(
    'dueAt', coalesce(to_char(o.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.plan ->> 'dueAt'),
    'lastDay', coalesce(s.last_day::text, e.plan #>> '{tracks,0,lastDay}'),
    'receivedAt', to_char(o.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'open', coalesce(o.outcome = 'open', true)) end as explanation
from proposal p
join before b on b.period_id = p.digest_id
join party t on t.notice_id = p.notice_id and t.id = p.party_id
left join person_contact c on c.notice_id = p.notice_id and c.person_id = p.person_id
left join decision d on d.id = p.decision_id
left join decided_period e on e.decision_id = p.decision_id
left join obligation o on o.period_id = e.id and o.track = 'explanation'
left join schedule s on s.id = o.schedule_id
${WITH_PLACES}
where p.state = 'open' or p.settled_at > (select at from since)
  or (e.id is not null and coalesce(o.received_at, o.closed_at, 'infinity') > (select at from since))
order by ${IN_ORDER}`;
