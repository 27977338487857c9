import type { SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Doubt } from '../../domain/ladder/doubt.ts';
import type { Queryable } from '../pool.ts';

/** One silent obligation with what is known of how its party was told: the party as it was held when it fell due. */
export interface Silent {
  obligationId: string;
  partyId: string;
  partyKind: 'position' | 'unit';
  title: string;
  track: string;
  vacant: boolean;
  hasAddress: boolean;
  holder: string | null;
  evidence: SentEvidence[];
  /** of these, the letters that went to whoever held the party when it fell due */
  toHolder: SentEvidence[];
  /** a finding has been made about its present due time */
  judged: boolean;
  /** its latest finding */
  found: { state: 'withheld' | 'recorded' | 'released' | 'reversed'; doubts: Doubt[] } | null;
  told: string[];
}

/** The open obligations of a batch with the evidence of every letter about them, in the order of their ordinals. */
export async function silentAt(
  queryable: Queryable,
  batch: { scheduleId: string; from: number; to: number; now: Instant },
): Promise<Silent[]> {
  const { rows } = await queryable.query<Silent>(SILENT, [
    batch.scheduleId,
    batch.from,
    batch.to,
    batch.now,
  ]);
  return rows;
}

const SILENT = `
select o.id as "obligationId", o.party_id as "partyId", p.kind as "partyKind", p.title, o.track, f.found,
  exists (select from finding e where e.obligation_id = o.id and e.due_at = o.due_at) as judged,
  h.holder, h.holder is null as vacant, coalesce(h.has_address, false) as "hasAddress",
  coalesce(l.evidence, '[]') as evidence, coalesce(l.to_holder, '[]') as "toHolder", coalesce(c.told, '{}') as told
from obligation o
join party p on p.notice_id = o.notice_id and p.id = o.party_id
left join lateral (
  select min(h.person_id) as holder, array_agg(h.person_id) as holders, bool_or(c.address is not null) as has_address
  from holding h left join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
  where h.notice_id = o.notice_id and h.party_id = o.party_id and h.since <= least($4, o.due_at)
    and (h.until is null or h.until > least($4, o.due_at))) h on true
left join lateral (
  select jsonb_agg(e.letter order by l.written_at, l.id) as evidence,
    jsonb_agg(e.letter order by l.written_at, l.id) filter (where l.person_id = any(h.holders)) as to_holder
  from letter_obligation lo join letter l on l.id = lo.letter_id
  cross join lateral (select jsonb_build_object('kind', l.kind, 'state', l.state, 'at',
    to_char(l.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as letter) e
  where lo.obligation_id = o.id) l on true
left join lateral (
  select array_agg(recipient_id order by taken_at) as told from climb where obligation_id = o.id and stopped_at is null) c on true
left join lateral (
  select jsonb_build_object('state', e.state, 'doubts', e.doubts) as found
  from finding e where e.obligation_id = o.id order by e.recorded_at desc limit 1) f on true
where o.schedule_id = $1 and o.ordinal between $2 and $3 and o.outcome = 'open'
order by o.ordinal`;
