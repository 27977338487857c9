import { periodKeys } from '../../domain/plan/planProcess.ts';
import type { Planned } from '../notices/readPlanned.ts';
import type { Queryable } from '../pool.ts';

/** The keys of a process's periods in order, without those that an amendment put into the plan when they were over. */
export async function openableKeys(
  queryable: Queryable,
  processId: string,
  { notice, options }: Planned,
): Promise<string[]> {
  const { rows } = await queryable.query<{ key: string }>(
    'select key from passed_over_period where notice_id = $1 and process_id = $2',
    [notice.id, processId],
  );
  const over = new Set(rows.map(({ key }) => key));
  return periodKeys(notice, processId, options).filter((key) => !over.has(key));
}
