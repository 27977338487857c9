import type { Instant } from '../../contracts/plan.ts';
import { periodsToStart } from '../periods/decidedPeriods.ts';
import type { Queryable } from '../pool.ts';
import { planStart } from './planStart.ts';

/** What a notice's workflow is to start by itself. */
export interface NoticeStarts {
  /** Some process that was ordered still lacks its data: the notice is not over. */
  lacksData: boolean;
  processes: string[];
  periods: { noticeId: string; processId: string; directive: string; periodKey: string }[];
}

/**
 * What is to be started now: processes whose start was ordered before their data was complete and whose data has come
 * since ("directive by directive as its data is complete"), and periods that a decision has added.
 */
export async function readStarts(
  queryable: Queryable,
  noticeId: string,
  now: Instant,
): Promise<NoticeStarts> {
  const periods = await periodsToStart(queryable, noticeId);
  const { rows } = await queryable.query<{ id: string }>(
    `select id from process where notice_id = $1 and state = 'waiting' and ordered_at is not null order by id`,
    [noticeId],
  );
  const ordered = rows.map(({ id }) => id);
  const { starts, waits } =
    ordered.length === 0
      ? { starts: [], waits: [] }
      : await planStart(queryable, { noticeId, now, processes: ordered });
  return {
    processes: starts.map(({ processId }) => processId),
    periods,
    lacksData: waits.some(({ lacksData }) => lacksData),
  };
}

/** Notes which processes somebody has ordered to start; those that wait for data start once it is there. */
export async function orderProcesses(
  queryable: Queryable,
  noticeId: string,
  processIds: readonly string[],
  now: Instant,
): Promise<void> {
  await queryable.query(
    `update process set ordered_at = $3
     where notice_id = $1 and id = any($2) and state = 'waiting' and ordered_at is null`,
    [noticeId, processIds, now],
  );
}
