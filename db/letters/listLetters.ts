import type { LetterDocument, LetterKind, SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { conditions } from '../reading/conditions.ts';
import { type Page, type PageRequest, pageOf, readCursor } from '../reading/page.ts';

/** A letter as lists show it; whom it went to by id and name, never by address. */
export interface LetterRow {
  id: string;
  noticeId: string;
  kind: LetterKind;
  state: SentEvidence['state'];
  personId: string;
  /** null where the person was erased */
  name: string | null;
  periodId: string | null;
  obligationIds: string[];
  /** null where the text was deleted with its person */
  subject: string | null;
  writtenAt: Instant;
  notBefore: Instant;
  sentAt: Instant | null;
  attempts: number;
  /** the server's code, or why it could not be sent */
  failure: string | null;
}

export interface LetterFilter extends PageRequest {
  noticeId: string;
  kind?: LetterKind | undefined;
  state?: LetterRow['state'] | undefined;
  person?: string | undefined;
  /** letters about it as a whole, and about what is owed in it */
  period?: string | undefined;
  obligation?: string | undefined;
  /** only letters about these parties' obligations */
  parties?: string[] | undefined;
}

const COLUMNS = `
  l.id, l.notice_id as "noticeId", l.kind, l.state, l.person_id as "personId", c.name, l.period_id as "periodId",
  array(select obligation_id from letter_obligation where letter_id = l.id order by 1) as "obligationIds",
  t.document->>'subject' as subject, l.written_at as "writtenAt", l.not_before as "notBefore", l.sent_at as "sentAt",
  l.attempts, l.failure`;
const FROM = `
  from letter l
  left join letter_text t on t.letter_id = l.id
  left join person_contact c on c.notice_id = l.notice_id and c.person_id = l.person_id`;

/** Letters of a notice in the order in which they were written. */
export async function listLetters(
  queryable: Queryable,
  filter: LetterFilter,
): Promise<Page<LetterRow>> {
  const after = readCursor(filter.cursor, ['instant', 'uuid']);
  const where = conditions(filter.noticeId);
  where.always('l.notice_id = $1');
  where.when(filter.kind, (place) => `l.kind = ${place}`);
  where.when(filter.state, (place) => `l.state = ${place}`);
  where.when(filter.person, (place) => `l.person_id = ${place}`);
  where.when(
    filter.period,
    (place) =>
      `(l.period_id = ${place} or l.id in (
        select lo.letter_id from letter_obligation lo join obligation o on o.id = lo.obligation_id where o.period_id = ${place}))`,
  );
  where.when(
    filter.obligation,
    (place) => `l.id in (select letter_id from letter_obligation where obligation_id = ${place})`,
  );
  where.when(
    filter.parties,
    (place) =>
      `l.id in (select lo.letter_id from letter_obligation lo join obligation o on o.id = lo.obligation_id
        where o.notice_id = $1 and o.party_id = any(${place}))`,
  );
  if (after) {
    where.always(`(l.written_at, l.id) > (${where.value(after[0])}, ${where.value(after[1])})`);
  }
  const { rows } = await queryable.query<LetterRow>(
    `select ${COLUMNS} ${FROM} where ${where.text()} order by l.written_at, l.id limit ${where.value(filter.limit + 1)}`,
    where.values,
  );
  return pageOf(rows, filter.limit, (row) => [row.writtenAt, row.id]);
}

/** A letter whole: what it says, with its links by name only, and every attempt to send it. */
export interface LetterRead extends LetterRow {
  messageId: string;
  document: LetterDocument | null;
  attemptRows: { attempt: number; at: Instant; outcome: string; answer: string | null }[];
}

/** One letter; undefined where there is none. Its links open nothing: they are made when it goes out and stored nowhere. */
export async function readLetter(
  queryable: Queryable,
  letterId: string,
): Promise<LetterRead | undefined> {
  const { rows } = await queryable.query<LetterRead>(
    `select ${COLUMNS}, l.message_id as "messageId", t.document,
       (select coalesce(jsonb_agg(jsonb_build_object('attempt', a.attempt, 'outcome', a.outcome, 'answer', a.answer,
          'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.attempt), '[]')
        from letter_attempt a where a.letter_id = l.id) as "attemptRows" ${FROM} where l.id = $1`,
    [letterId],
  );
  return rows[0];
}
