import { CAME_LATE } from './statusColumn.ts';

/**
 * The counters of periods as they are to be read: rows of period, track, outcome and n, to be summed. A counter says late
 * of what came in after a due time that a running pause is moving; these count it as on time, as its status does.
 */
export const COUNTED = `(
  select period_id, track, outcome, n from period_counter
  union all
  select o.period_id, o.track, t.outcome, t.n
  from period d join process r on r.notice_id = d.notice_id and r.id = d.process_id
  join obligation o on o.period_id = d.id and o.outcome = 'late' and not ${CAME_LATE}
  cross join (values ('late', -1), ('on-time', 1)) as t(outcome, n)
  where d.state = 'paused')`;
