import type { Queryable } from '../pool.ts';

/** The ids of everybody who was erased from a notice. */
export async function erasedPersons(
  queryable: Queryable,
  noticeId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await queryable.query<{ id: string }>(
    'select id from person where notice_id = $1 and erased_at is not null',
    [noticeId],
  );
  return new Set(rows.map(({ id }) => id));
}
