import type { Pool } from '../../db/pool.ts';
import { readDsn } from '../stack/mail/readDsn.ts';

export interface UnreadMail {
  id: number;
  toAddress: string;
  raw: Buffer;
}

/** The messages that nobody has read, oldest first. */
export async function unreadMail(pool: Pool, limit = 50): Promise<UnreadMail[]> {
  const { rows } = await pool.query<UnreadMail>(
    `select id, to_address as "toAddress", raw from inbox_message where read_by_cast_at is null order by id limit $1`,
    [limit],
  );
  return rows;
}

/** Notes messages as read. */
export async function markRead(pool: Pool, ids: number[]): Promise<void> {
  await pool.query(
    'update inbox_message set read_by_cast_at = clock_timestamp() where id = any($1)',
    [ids],
  );
}

/** A notice of non-delivery among the mail, or undefined for an ordinary letter. */
export const asBounce = (mail: UnreadMail) => readDsn(mail.raw);
