import { idsOf, type RegisterCheck } from './check.ts';

/** Told within a second as a rule; Temporal or the worker is in trouble where one waits so long. On the machine's clock. */
const UNTOLD_AFTER_MINUTES = 5;

/** Wake-ups that no workflow was told for minutes. */
export const untoldWakeUps: RegisterCheck = (queryable, { noticeId }) =>
  idsOf(queryable, UNTOLD, [noticeId, UNTOLD_AFTER_MINUTES]);

const UNTOLD = `
select workflow_id as id from outbox
where split_part(workflow_id, '/', 1) = $1 and written_at < clock_timestamp() - make_interval(mins => $2)
order by written_at, id`;
