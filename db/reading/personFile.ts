import type { LetterKind, SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import { NO_MISSES, type Streak } from '../../domain/ladder/streaks.ts';
import type { DecisionKind } from '../../domain/rights/decisionKinds.ts';
import { readStreaks } from '../findings/readStreaks.ts';
import type { Queryable } from '../pool.ts';
import { type FindingRow, findingsOf } from './findings.ts';
import { listObligations, type ObligationRow } from './obligations.ts';

/** Everything that a register has on one person. */
export interface PersonFile {
  person: { id: string; name: string | null; erasedAt: Instant | null };
  posts: {
    partyId: string;
    kind: 'position' | 'unit';
    title: string;
    since: Instant;
    until: Instant | null;
  }[];
  /** what fell due while the person held the post, or is open there now; by due time */
  obligations: ObligationRow[];
  submissions: FiledSubmission[];
  letters: FiledLetter[];
  /** about what fell due while the person held the post, whoever holds it since */
  findings: FindingRow[];
  decisions: FiledDecision[];
  misses: Streak;
}

export interface FiledSubmission {
  id: string;
  receiptNo: string;
  kind: 'report' | 'nothing';
  channel: string;
  capacities: string[];
  receivedAt: Instant;
  review: string;
  obligationIds: string[];
}

export interface FiledLetter {
  id: string;
  kind: LetterKind;
  state: SentEvidence['state'];
  subject: string | null;
  writtenAt: Instant;
  sentAt: Instant | null;
}

export interface FiledDecision {
  id: string;
  kind: DecisionKind;
  subject: string;
  capacity: string;
  at: Instant;
  reason: string | null;
}

/** More than any person owes in the whole of a notice. */
const ALL = 20_000;

/** Reads a person's file as the register stands at `now`; undefined where there is no such person. */
export async function readPersonFile(
  queryable: Queryable,
  about: { noticeId: string; personId: string; now: Instant },
): Promise<PersonFile | undefined> {
  const { noticeId, personId, now } = about;
  const values = [noticeId, personId];
  const { rows: people } = await queryable.query<PersonFile['person']>(PERSON, values);
  const [person] = people;
  if (!person) return undefined;
  const { rows: posts } = await queryable.query<PersonFile['posts'][number]>(POSTS, values);
  const { rows: submissions } = await queryable.query<FiledSubmission>(SUBMISSIONS, values);
  const { rows: letters } = await queryable.query<FiledLetter>(LETTERS, values);
  const owed = await listObligations(queryable, { noticeId, now, person: personId, limit: ALL });
  const findings = await findingsOf(queryable, noticeId, personId);
  const { rows: decisions } = await queryable.query<FiledDecision>(DECISIONS, [
    noticeId,
    owed.items.map(({ id }) => id),
    [
      personId,
      ...submissions.map(({ id }) => id),
      ...findings.map(({ id }) => id),
      ...owed.items.map(({ id }) => id),
    ],
    personId,
  ]);
  const misses = await readStreaks(queryable, { noticeId, personIds: [personId], now });
  return {
    person,
    posts,
    obligations: owed.items,
    submissions,
    letters,
    findings,
    decisions,
    misses: misses.get(personId) ?? NO_MISSES,
  };
}

const PERSON = `select p.id, c.name, p.erased_at as "erasedAt" from person p
left join person_contact c on c.notice_id = p.notice_id and c.person_id = p.id where p.notice_id = $1 and p.id = $2`;

const POSTS = `select h.party_id as "partyId", p.kind, p.title, h.since, h.until
from holding h join party p on p.notice_id = h.notice_id and p.id = h.party_id
where h.notice_id = $1 and h.person_id = $2 order by h.since, h.party_id`;

const SUBMISSIONS = `select s.id, s.receipt_no as "receiptNo", s.kind, s.channel, s.capacities, s.received_at as "receivedAt", s.review,
  array(select so.obligation_id from submission_obligation so where so.submission_id = s.id order by 1) as "obligationIds"
from submission s where s.notice_id = $1 and (s.signed_by = $2 or s.uploaded_by = 'person:' || $2) order by s.received_at, s.receipt_no`;

const LETTERS = `select l.id, l.kind, l.state, t.document ->> 'subject' as subject, l.written_at as "writtenAt", l.sent_at as "sentAt"
from letter l left join letter_text t on t.letter_id = l.id
where l.notice_id = $1 and l.person_id = $2 order by l.written_at, l.key`;

const DECISIONS = `select d.id, d.kind, d.subject, d.capacity, d.at, t.reason
from decision d left join decision_text t on t.decision_id = d.id
where d.notice_id = $1 and (d.subject = any($3) or d.detail -> 'obligations' ?| $2::text[]
  or d.detail ->> 'obligation' = any($2)
  or (d.kind = 'change-holder' and $4 in (d.detail ->> 'leaving', d.detail ->> 'coming')))
order by d.at, d.id`;
