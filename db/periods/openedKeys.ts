import type { Queryable } from '../pool.ts';

/** Keys of a process's periods that its own plan has opened so far, those that decisions have added left out; the last due one last. */
export async function openedKeys(
  queryable: Queryable,
  noticeId: string,
  processId: string,
): Promise<string[]> {
  const { rows } = await queryable.query<{ key: string }>(
    `select key from period d where notice_id = $1 and process_id = $2
       and not exists (select from decided_period a where a.id = d.id)
     order by due_at, ordinal, key`,
    [noticeId, processId],
  );
  return rows.map(({ key }) => key);
}
