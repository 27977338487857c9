import type { Queryable } from '../pool.ts';

/** The ids of what is still open on these schedules. */
export async function openOn(
  queryable: Queryable,
  scheduleIds: readonly string[],
): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>(
    `select id from obligation where schedule_id = any($1) and outcome = 'open'`,
    [scheduleIds],
  );
  return rows.map(({ id }) => id);
}
