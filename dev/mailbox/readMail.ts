import { type AddressObject, simpleParser } from 'mailparser';
import type { Queryable } from '../../db/pool.ts';
import { type Dsn, readDsn } from '../stack/mail/readDsn.ts';

export interface UnreadMail {
  id: number;
  toAddress: string;
  raw: Buffer;
}

/** The messages that nobody has read, oldest first. */
export async function unreadMail(queryable: Queryable, limit = 100): Promise<UnreadMail[]> {
  const { rows } = await queryable.query<UnreadMail>(
    `select id, to_address as "toAddress", raw from inbox_message where read_by_cast_at is null order by id limit $1`,
    [limit],
  );
  return rows;
}

/** Notes messages as read. */
export async function markRead(queryable: Queryable, ids: number[]): Promise<void> {
  await queryable.query(
    'update inbox_message set read_by_cast_at = clock_timestamp() where id = any($1)',
    [ids],
  );
}

/** The value of a header of ours, which stands on one line; undefined where there is none. No need to take a whole message apart for it. */
export function headerOf(raw: Buffer, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(headOf(raw))?.[1]?.trim();
}

/** A message without its body: all that its subject and addresses need. */
export function withoutBody(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n');
  return end === -1 ? raw : raw.subarray(0, end + 4);
}

const headOf = (raw: Buffer): string => withoutBody(raw).toString('utf8');

/** What the message says of a letter that did not arrive; undefined for an ordinary one. */
export async function asBounce({ raw }: UnreadMail): Promise<Dsn | undefined> {
  return /report-type="?delivery-status/i.test(headOf(raw)) ? readDsn(raw) : undefined;
}

/** The message's plain text; '' where it has none. */
export async function textOf(raw: Buffer): Promise<string> {
  const { text } = await simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  return text ?? '';
}

/** A message as it is shown: who, what, and both of its renderings. */
export interface ShownMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  /** as it was sent: hostile until it stands in a sandbox; null where there is none */
  html: string | null;
}

/** Takes a message apart to be shown. */
export async function asShown(raw: Buffer): Promise<ShownMail> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  const addresses = (field: AddressObject | AddressObject[] | undefined): string =>
    [field ?? []]
      .flat()
      .map(({ text }) => text)
      .join(', ');
  return {
    from: addresses(mail.from),
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || null,
  };
}
