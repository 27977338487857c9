import { simpleParser } from 'mailparser';
import type { Queryable } from '../../db/pool.ts';
import type { InboxMessage } from '../stack/mail/inboxTransaction.ts';

/** The channel on which new mail in the inbox is told. */
export const INBOX_CHANNEL = 'inbox';

/** Keeps a message of the local inbox, once for each of its recipients. It is unread until somebody of the cast has read it. */
export async function keepMessage(
  queryable: Queryable,
  { envelope, raw }: InboxMessage,
): Promise<void> {
  const parsed = await simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  await queryable.query(
    `insert into inbox_message (to_address, from_address, subject, message_id, raw, noted_at)
     select recipient, $2, $3, $4, $5, (select max(now) from rehearsal) from unnest($1::text[]) as recipient`,
    [envelope.to, envelope.from, parsed.subject ?? '', parsed.messageId ?? null, raw],
  );
  await queryable.query('select pg_notify($1, $2)', [INBOX_CHANNEL, '']);
}
