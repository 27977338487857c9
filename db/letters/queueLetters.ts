import { createHash, randomUUID } from 'node:crypto';
import type { LetterDocument, LetterKind } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { LogEntry } from '../log.ts';
import { withoutErased } from '../people/erasedNames.ts';
import type { Transaction } from '../transaction.ts';

/** A letter to be sent. Its key comes from the domain, so that one letter goes out whatever is retried. */
export interface NewLetter {
  key: string;
  kind: LetterKind;
  personId: string;
  periodId: string | null;
  obligations: string[];
  /** On the notice's clock: the post office holds it until then. */
  notBefore: Instant;
  document: LetterDocument;
}

/** `.invalid` (RFC 6761) belongs to nobody: an id that is fixed when the letter is written depends on no sender's domain. */
const MESSAGE_ID_DOMAIN = 'letters.dondoc.invalid';

/** The fixed Message-ID of a letter: the same for every attempt, and guessable by nobody who does not know the key. */
export const messageIdOf = (key: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${MESSAGE_ID_DOMAIN}>`;

/**
 * Puts letters into the outbox, in the transaction of what causes them; one that is there already by its key stays as
 * it is. Whoever was erased since a letter was composed is not named in it. Tells the post office at the commit.
 * @returns rows for the log, one for each letter that is new
 */
export async function queueLetters(
  transaction: Transaction,
  input: { noticeId: string; now: Instant; letters: readonly NewLetter[] },
): Promise<LogEntry[]> {
  const { noticeId, now } = input;
  if (input.letters.length === 0) return [];
  // in one order everywhere, so that two transactions with the same keys never wait for each other in a ring
  const letters = input.letters.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const about = letters.flatMap(({ key, obligations }) =>
    [...new Set(obligations)].map((obligation) => ({ key, obligation })),
  );
  const documents = await withoutErased(
    transaction,
    noticeId,
    letters.map(({ document, notBefore }) => ({
      ...document,
      // as an office dates a letter: by the day it leaves the house
      datedAt: notBefore > now ? notBefore : now,
    })),
  );
  const { rows } = await transaction.query<{ id: string; key: string; kind: string }>({
    name: 'queue-letters',
    text: QUEUE,
    values: [
      noticeId,
      now,
      letters.map(() => randomUUID()),
      letters.map(({ key }) => key),
      letters.map(({ kind }) => kind),
      letters.map(({ personId }) => personId),
      letters.map(({ periodId }) => periodId),
      letters.map(({ key }) => messageIdOf(key)),
      letters.map(({ notBefore }) => notBefore),
      documents.map((document) => JSON.stringify(document)),
      about.map(({ key }) => key),
      about.map(({ obligation }) => obligation),
    ],
  });
  return rows.map(({ id, key, kind }) => ({
    actor: 'engine',
    action: 'letter-written',
    subject: id,
    detail: { kind, key },
  }));
}

const QUEUE = `
with entered as (
  insert into letter (id, notice_id, key, kind, person_id, period_id, message_id, not_before, written_at)
  select l.id, $1, l.key, l.kind, l.person, l.period, l.message, l.not_before, $2
  from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
    as l(id, key, kind, person, period, message, not_before)
  on conflict (key) do nothing returning id, key, kind),
texts as (
  insert into letter_text (letter_id, document)
  select e.id, t.document from unnest($4::text[], $10::jsonb[]) as t(key, document) join entered e using (key)),
about as (
  insert into letter_obligation (letter_id, obligation_id)
  select e.id, a.obligation from unnest($11::text[], $12::text[]) as a(key, obligation) join entered e using (key)),
told as (
  select pg_notify('letters', '') where exists (select from entered))
select e.id, e.key, e.kind from entered e left join told on true order by e.key`;
