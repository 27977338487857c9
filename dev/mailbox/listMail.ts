import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../../db/pool.ts';

export interface ListedMail {
  id: number;
  to: string;
  from: string;
  subject: string;
  /** on the rehearsal's clock; null for what came before any */
  notedAt: Instant | null;
}

export interface MailFilter {
  /** only mail to this address */
  to?: string | undefined;
  /** only what came before this message */
  before?: number | undefined;
  limit: number;
}

/** What is in the inbox, the newest first. */
export async function listMail(queryable: Queryable, filter: MailFilter): Promise<ListedMail[]> {
  const { rows } = await queryable.query<ListedMail>(
    `select id, to_address as "to", from_address as "from", subject, noted_at as "notedAt" from inbox_message
     where ($1::text is null or to_address = $1) and ($2::bigint is null or id < $2)
     order by id desc limit $3`,
    [filter.to ?? null, filter.before ?? null, filter.limit],
  );
  return rows;
}

/** Every address that mail came to, with how much. */
export async function mailAddresses(
  queryable: Queryable,
): Promise<{ address: string; count: number }[]> {
  const { rows } = await queryable.query<{ address: string; count: number }>(
    'select to_address as address, count(*) as count from inbox_message group by 1 order by 1',
  );
  return rows;
}

/** One message with its bytes; undefined where there is none. */
export async function readMessage(
  queryable: Queryable,
  id: number,
): Promise<(ListedMail & { raw: Buffer }) | undefined> {
  const { rows } = await queryable.query<ListedMail & { raw: Buffer }>(
    `select id, to_address as "to", from_address as "from", subject, noted_at as "notedAt", raw
     from inbox_message where id = $1`,
    [id],
  );
  return rows[0];
}
