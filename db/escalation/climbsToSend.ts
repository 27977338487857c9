import type { SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** A rung taken and not yet told, with what its letter says. */
export interface ClimbToSend {
  obligationId: string;
  rung: string;
  recipientId: string;
  why: 'supervisor' | 'named' | 'next-up' | 'fallback';
  processId: string;
  periodId: string;
  periodKey: string;
  partyId: string;
  party: string;
  personId: string | null;
  holder: string | null;
  lastDay: string;
  deliverable: string;
  dueAt: Instant;
  evidence: SentEvidence[];
}

const SENDABLE = `c.notice_id = $1 and c.letter_id is null and c.stopped_at is null
  and (not c.needs_release or c.released_at is not null)`;

/** A rung may be told once it was taken, released where that is needed, and no extension holds it any more. */
const TELLABLE_AT = 'greatest(c.taken_at, c.released_at, c.held_until)';

/** When the oldest rung that may be told was taken; null where none waits. */
export async function oldestClimb(queryable: Queryable, noticeId: string): Promise<Instant | null> {
  const { rows } = await queryable.query<{ at: Instant | null }>(
    `select min(${TELLABLE_AT}) as at
     from climb c join obligation o on o.id = c.obligation_id join process p on p.notice_id = o.notice_id and p.id = o.process_id
     where ${SENDABLE} and o.outcome = 'open' and p.state <> 'paused'`,
    [noticeId],
  );
  return rows[0]?.at ?? null;
}

/** Rungs taken (and released, where that was needed) up to an instant, in the order of recipient, process and party. */
export async function climbsToSend(
  queryable: Queryable,
  noticeId: string,
  until: Instant,
): Promise<ClimbToSend[]> {
  const { rows } = await queryable.query<ClimbToSend>(
    `select c.obligation_id as "obligationId", c.rung, c.recipient_id as "recipientId", c.why,
       o.process_id as "processId", o.period_id as "periodId", d.key as "periodKey", o.party_id as "partyId", p.title as party,
       h.person_id as "personId", h.name as holder, s.last_day as "lastDay", s.deliverable, o.due_at as "dueAt", coalesce(l.evidence, '[]') as evidence
     from climb c
     join obligation o on o.id = c.obligation_id and o.outcome = 'open'
     join process r on r.notice_id = o.notice_id and r.id = o.process_id and r.state <> 'paused'
     join period d on d.id = o.period_id
     join schedule s on s.id = o.schedule_id
     join party p on p.notice_id = o.notice_id and p.id = o.party_id
     left join lateral (
       select h.person_id, pc.name from holding h
       left join person_contact pc on pc.notice_id = h.notice_id and pc.person_id = h.person_id
       where h.notice_id = o.notice_id and h.party_id = o.party_id and h.since <= least($2, o.due_at)
         and (h.until is null or h.until > least($2, o.due_at))
       order by h.person_id limit 1) h on true
     left join lateral (
       select jsonb_agg(jsonb_build_object('kind', l.kind, 'state', l.state, 'at',
         to_char(l.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by l.written_at, l.id) as evidence
       from letter_obligation lo join letter l on l.id = lo.letter_id where lo.obligation_id = o.id and l.kind <> 'round') l on true
     where ${SENDABLE} and ${TELLABLE_AT} <= $2
     order by c.recipient_id, o.process_id, o.period_id, o.ordinal`,
    [noticeId, until],
  );
  return rows;
}
