import type { DigestDraft } from '../../contracts/digest.ts';
import type { DigestParagraph, SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { CAME_LATE, FINDING } from './statusColumn.ts';

/** An open obligation with what was done to reach its party. */
export interface SilentOnDesk {
  obligationId: string;
  processId: string;
  periodKey: string;
  partyId: string;
  party: string;
  holders: string[];
  deliverable: string;
  lastDay: string;
  dueAt: Instant;
  overdue: boolean;
  evidence: SentEvidence[];
  finding: { id: string; state: string; hasWords: boolean; held: boolean } | null;
  /** rungs still to come, in the ladder's order */
  rungsAhead: string[];
}

/** The open obligations of these parties that have been prompted, the overdue first. At most 300, and then says so by one more. */
export async function silentParties(
  queryable: Queryable,
  query: { noticeId: string; parties: string[]; now: Instant; limit: number },
): Promise<SilentOnDesk[]> {
  const { rows } = await queryable.query<SilentOnDesk>(
    `select o.id as "obligationId", o.process_id as "processId", d.key as "periodKey", o.party_id as "partyId", p.title as party,
       o.deliverable, s.last_day as "lastDay", o.due_at as "dueAt", o.due_at <= $3 and not o.never_late as overdue,
       array(select c.name from holding h join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
         where h.notice_id = o.notice_id and h.party_id = o.party_id and h.since <= $3 and (h.until is null or h.until > $3) order by 1) as holders,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'state', l.state, 'at',
          to_char(l.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by l.written_at, l.id), '[]')
        from letter_obligation lo join letter l on l.id = lo.letter_id
        where lo.obligation_id = o.id and l.kind in ('prompt', 'campaign-call', 'consult-request', 'remind', 'overdue', 'supplement', 'catch-up', 'hand-over')) as evidence,
       (select jsonb_build_object('id', f.id, 'state', f.state, 'hasWords', f.has_words, 'held', f.held)
        from ${FINDING} f) as finding,
       array(select t.rung->>'id' from schedule_step t where t.schedule_id = o.schedule_id and t.kind = 'rung' and t.done_at is null
         order by t.position) as "rungsAhead"
     from obligation o
     join period d on d.id = o.period_id and d.state = 'open'
     join schedule s on s.id = o.schedule_id
     join party p on p.notice_id = o.notice_id and p.id = o.party_id
     where o.notice_id = $1 and o.party_id = any($2) and o.outcome = 'open'
       and exists (select from schedule_step t where t.schedule_id = o.schedule_id and t.kind = 'prompt' and t.done_at is not null)
     order by o.due_at <= $3 and not o.never_late desc, o.due_at, o.ordinal limit $4`,
    [query.noticeId, query.parties, query.now, query.limit],
  );
  return rows;
}

export interface ReviewOnDesk {
  submissionId: string;
  receiptNo: string;
  receivedAt: Instant;
  reviewDueAt: Instant;
  kind: 'report' | 'nothing';
  channel: string;
  capacities: string[];
  processId: string;
  periodKey: string;
  lastDay: string;
  /** the first obligation that it covers, and what that asks for */
  obligationId: string;
  /** all that it covers */
  covers: string[];
  deliverable: string;
  late: boolean;
  body: string;
  answers: Record<string, string>;
  attachments: { id: string; fileName: string; size: number }[];
}

/** What nobody has reviewed yet, of these parties or of all, the oldest first. */
export async function toReview(
  queryable: Queryable,
  query: { noticeId: string; parties: readonly string[] | null; limit: number },
): Promise<ReviewOnDesk[]> {
  const { rows } = await queryable.query<ReviewOnDesk>(
    `select s.id as "submissionId", s.receipt_no as "receiptNo", s.received_at as "receivedAt", s.review_due_at as "reviewDueAt",
       s.kind, s.channel, s.capacities, o.process_id as "processId", o.key as "periodKey", o.last_day as "lastDay", o.id as "obligationId", o.covers,
       o.deliverable, o.late, coalesce(t.body, '') as body,
       coalesce(t.answers, '{}') as answers,
       (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'fileName', a.file_name, 'size', a.size) order by a.file_name), '[]')
        from attachment a where a.submission_id = s.id) as attachments
     from submission s
     join lateral (
       select min(o.process_id) as process_id, min(d.key) as key, min(h.last_day) as last_day, min(o.id) as id,
         array_agg(o.id order by o.id) as covers, array_agg(o.party_id) as parties, min(o.deliverable) as deliverable, bool_or(${CAME_LATE}) as late
       from submission_obligation so join obligation o on o.id = so.obligation_id join period d on d.id = o.period_id
         join process r on r.notice_id = o.notice_id and r.id = o.process_id
         join schedule h on h.id = o.schedule_id
       where so.submission_id = s.id) o on true
     left join submission_text t on t.submission_id = s.id
     where s.notice_id = $1 and s.review = 'unreviewed' and ($3::text[] is null or o.parties && $3)
     order by s.received_at, s.id limit $2`,
    [query.noticeId, query.limit, query.parties],
  );
  return rows;
}

export interface CertificateOnDesk {
  obligationId: string;
  processId: string;
  periodKey: string;
  dueAt: Instant;
  /** how many of the period have not reported */
  silent: number;
}

/** The certificates that these parties owe and have been asked for. */
export async function certificatesDue(
  queryable: Queryable,
  query: { noticeId: string; parties: string[] },
): Promise<CertificateOnDesk[]> {
  const { rows } = await queryable.query<CertificateOnDesk>(
    `select o.id as "obligationId", o.process_id as "processId", d.key as "periodKey", o.due_at as "dueAt",
       coalesce((select c.n from period_counter c where c.period_id = d.id and c.track = 'main' and c.outcome = 'open'), 0) as silent
     from obligation o join period d on d.id = o.period_id and d.state = 'open'
     where o.notice_id = $1 and o.party_id = any($2) and o.deliverable = 'certificate' and o.outcome = 'open'
       and exists (select from schedule_step t where t.schedule_id = o.schedule_id and t.kind = 'prompt' and t.done_at is not null)
     order by o.due_at`,
    [query.noticeId, query.parties],
  );
  return rows;
}

export interface FindingOnDesk {
  findingId: string;
  obligationId: string;
  party: string;
  processId: string;
  periodKey: string;
  deliverable: string;
  lastDay: string;
  recordedAt: Instant;
  releaseDueAt: Instant | null;
  evidence: SentEvidence[];
  answers: { at: Instant; body: string }[];
}

/** Findings whose words wait for release; those held are left out. */
export async function findingsToRelease(
  queryable: Queryable,
  noticeId: string,
): Promise<FindingOnDesk[]> {
  return findings(queryable, noticeId, "f.state = 'recorded' and f.has_words and not f.held", []);
}

/** Findings that stand against these parties: what their superior may reverse. */
export async function findingsStanding(
  queryable: Queryable,
  noticeId: string,
  parties: string[],
): Promise<FindingOnDesk[]> {
  return findings(
    queryable,
    noticeId,
    "f.state in ('recorded', 'released') and o.party_id = any($2)",
    [parties],
  );
}

async function findings(
  queryable: Queryable,
  noticeId: string,
  condition: string,
  values: unknown[],
): Promise<FindingOnDesk[]> {
  const { rows } = await queryable.query<FindingOnDesk>(
    `select f.id as "findingId", f.obligation_id as "obligationId", p.title as party, o.process_id as "processId", d.key as "periodKey",
       o.deliverable, f.last_day as "lastDay", f.recorded_at as "recordedAt", f.release_due_at as "releaseDueAt", f.evidence,
       (select coalesce(jsonb_agg(jsonb_build_object('at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'body', a.body)
          order by a.at), '[]') from finding_answer a where a.finding_id = f.id) as answers
     from finding f join obligation o on o.id = f.obligation_id join period d on d.id = o.period_id
     join party p on p.notice_id = o.notice_id and p.id = o.party_id
     where f.notice_id = $1 and ${condition} order by f.recorded_at desc, p.title limit 200`,
    [noticeId, ...values],
  );
  return rows;
}

export interface EscalationOnDesk {
  processId: string;
  periodKey: string;
  lastDay: string;
  climbs: { party: string; to: string; rung: string }[];
}

/** Letters to superiors that wait for the office's release, by period. */
export async function escalationsToRelease(
  queryable: Queryable,
  noticeId: string,
): Promise<EscalationOnDesk[]> {
  const { rows } = await queryable.query<EscalationOnDesk>(
    `select o.process_id as "processId", d.key as "periodKey", min(s.last_day) as "lastDay",
       jsonb_agg(jsonb_build_object('party', p.title, 'to', t.title, 'rung', c.rung) order by c.taken_at, o.ordinal) as climbs
     from climb c join obligation o on o.id = c.obligation_id and o.outcome = 'open' join period d on d.id = o.period_id
     join schedule s on s.id = o.schedule_id join party p on p.notice_id = o.notice_id and p.id = o.party_id join party t on t.notice_id = c.notice_id and t.id = c.recipient_id
     where c.notice_id = $1 and c.needs_release and c.released_at is null and c.stopped_at is null and c.letter_id is null
     group by 1, 2 order by 2, 1`,
    [noticeId],
  );
  return rows;
}

export interface DigestOnDesk {
  periodId: string;
  processId: string;
  periodKey: string;
  draftedAt: Instant;
  dueAt: Instant;
  draft: DigestDraft;
  edited: { paragraphs: DigestParagraph[] } | null;
  releasedAt: Instant | null;
}

// a proposal whose record is gone or withdrawn is not put to anybody any more
const DIGEST = `select g.period_id as "periodId", d.process_id as "processId", d.key as "periodKey", g.drafted_at as "draftedAt",
  d.due_at as "dueAt", g.edited,
  jsonb_set(g.draft, '{proposals}', coalesce((
    select jsonb_agg(x.value || jsonb_build_object('withdrawn', x.value ? 'id' and not exists (
      select from proposal p where p.id::text = x.value ->> 'id' and p.state <> 'withdrawn')) order by x.ordinality)
    from jsonb_array_elements(g.draft -> 'proposals') with ordinality x), '[]')) as draft, g.released_at as "releasedAt" from digest g join period d on d.id = g.period_id`;

/** Digests drafted and not yet released that these parties owe, the oldest first. */
export async function digestsToRelease(
  queryable: Queryable,
  noticeId: string,
  parties: readonly string[],
): Promise<DigestOnDesk[]> {
  const { rows } = await queryable.query<DigestOnDesk>(
    `${DIGEST} where g.notice_id = $1 and g.released_at is null
       and exists (select from obligation o where o.period_id = d.id and o.track = 'main' and o.party_id = any($2))
     order by d.due_at`,
    [noticeId, parties],
  );
  return rows;
}

/** The party whose word a period's digest is; undefined where there is no such period. */
export async function digestOwner(
  queryable: Queryable,
  periodId: string,
): Promise<string | undefined> {
  const { rows } = await queryable.query<{ party: string }>(
    `select party_id as party from obligation where period_id = $1 and track = 'main' order by ordinal limit 1`,
    [periodId],
  );
  return rows[0]?.party;
}

/** A period's digest; undefined where none has been drafted. */
export async function readDigest(
  queryable: Queryable,
  periodId: string,
): Promise<DigestOnDesk | undefined> {
  const { rows } = await queryable.query<DigestOnDesk>(`${DIGEST} where g.period_id = $1`, [
    periodId,
  ]);
  return rows[0];
}
