import { simpleParser } from 'mailparser';
import type { Queryable } from '../../db/pool.ts';
import type { InboxMessage } from '../stack/mail/inboxTransaction.ts';
import { withoutBody } from './readMail.ts';

/** The channel on which the cast is told to look: there is new mail, or the clock has leapt. */
export const CAST_CHANNEL = 'cast';

/** Keeps a message of the local inbox, once for each of its recipients. It is unread until somebody of the cast has read it. */
export async function keepMessage(
  queryable: Queryable,
  { envelope, raw }: InboxMessage,
): Promise<void> {
  const { subject, messageId } = await simpleParser(withoutBody(raw));
  await queryable.query(
    `insert into inbox_message (to_address, from_address, subject, message_id, raw, noted_at)
     select recipient, $2, $3, $4, $5, (select max(now) from rehearsal) from unnest($1::text[]) as recipient`,
    [envelope.to, envelope.from, subject ?? '', messageId ?? null, raw],
  );
  await queryable.query('select pg_notify($1, $2)', [CAST_CHANNEL, '']);
}
