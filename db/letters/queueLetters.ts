import { createHash, randomUUID } from 'node:crypto';
import type { LetterDocument, LetterKind } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { LogEntry } from '../log.ts';
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

/** The fixed Message-ID of a letter: the same for every attempt, and guessable by nobody who does not know the key. */
export const messageIdOf = (key: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@dondoc.invalid>`;

/**
 * Puts letters into the outbox, in the transaction of what causes them; one that is there already by its key stays as
 * it is. Tells the post office at the commit.
 * @returns rows for the log, one for each letter that is new
 */
export async function queueLetters(
  transaction: Transaction,
  input: { noticeId: string; now: Instant; letters: NewLetter[] },
): Promise<LogEntry[]> {
  const { noticeId, now, letters } = input;
  if (letters.length === 0) return [];
  const rows = letters.map((letter) => ({
    id: randomUUID(),
    messageId: messageIdOf(letter.key),
    ...letter,
  }));
  const { rows: entered } = await transaction.query<{ id: string; key: string; kind: string }>(
    `with entered as (
       insert into letter (id, notice_id, key, kind, person_id, period_id, message_id, not_before, written_at)
       select l.id, $2, l.key, l.kind, l."personId", l."periodId", l."messageId", l."notBefore", $3
       from jsonb_to_recordset($1) as l(id uuid, key text, kind text, "personId" text, "periodId" text, "messageId" text, "notBefore" timestamptz)
       on conflict (key) do nothing returning id, key, kind),
     texts as (
       insert into letter_text (letter_id, document)
       select e.id, l.document from entered e join jsonb_to_recordset($1) as l(id uuid, document jsonb) using (id)),
     about as (
       insert into letter_obligation (letter_id, obligation_id)
       select distinct e.id, o.value from entered e join jsonb_to_recordset($1) as l(id uuid, obligations jsonb) using (id),
         jsonb_array_elements_text(l.obligations) as o)
     select id, key, kind from entered`,
    [JSON.stringify(rows), noticeId, now],
  );
  if (entered.length > 0) await transaction.query(`select pg_notify('letters', '')`);
  return entered.map(({ id, key, kind }) => ({
    actor: 'engine',
    action: 'letter-written',
    subject: id,
    detail: { kind, key },
  }));
}
