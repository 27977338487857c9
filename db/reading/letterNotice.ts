import type { Queryable } from '../pool.ts';

/** The notice whose letter carries this Message-ID (with its angle brackets); undefined where none does. */
export async function noticeOfLetter(
  queryable: Queryable,
  messageId: string,
): Promise<string | undefined> {
  const { rows } = await queryable.query<{ notice: string }>(
    'select notice_id as notice from letter where message_id = $1',
    [messageId],
  );
  return rows[0]?.notice;
}
