import type { Queryable } from '../pool.ts';

/** Whether the parties of a schedule have been asked: its prompt was taken, or it has none of its own. */
export async function isPrompted(queryable: Queryable, scheduleId: string): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `select 1 from schedule_step where schedule_id = $1 and kind = 'prompt' and done_at is null`,
    [scheduleId],
  );
  return rowCount === 0;
}
