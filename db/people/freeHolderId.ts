import type { Queryable } from '../pool.ts';

/**
 * An id for somebody who comes into a post: the post's own with the next number, since ids stand in links and in the
 * log and are of a post, never of a name. Whoever enters it first has it; a second is refused as taken.
 */
export async function freeHolderId(
  queryable: Queryable,
  noticeId: string,
  partyId: string,
): Promise<string> {
  const { rows } = await queryable.query<{ next: number }>(
    `select coalesce(max(substring(id from length($2) + 2)::int), 1) + 1 as next from person
     where notice_id = $1 and starts_with(id, $2 || '-') and substring(id from length($2) + 2) ~ '^[0-9]{1,6}$'`,
    [noticeId, partyId],
  );
  return `${partyId}-${rows[0]?.next ?? 2}`;
}
