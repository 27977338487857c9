import { scheduleId } from '../../contracts/ids.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../../db/pool.ts';
import type { StepContext } from './step.ts';

/** The latest instants at which somebody was still told in time. */
export interface ToldBy {
  promptDueBy: Instant;
  handOverDueBy: Instant;
  /** The prompt waited for the guidance that goes out first, so its lateness is the office's and not the engine's. */
  waitedForGuidance: boolean;
}

/**
 * A prompt was in time at its schedule's own instant, or the plan's, with the notice's tolerance. A hand-over letter was
 * in time before the last reminder, the ladder's last word before the due time; without one, before the due time. So was
 * a prompt for an extension, which sends none of its own.
 */
export async function tellingDeadlines(
  queryable: Queryable,
  context: StepContext,
  periodId: string,
): Promise<ToldBy> {
  const { schedule, notice } = context;
  const { rows } = await queryable.query<{
    prompt: Instant | null;
    reminder: Instant | null;
    waited: boolean;
  }>(
    `select (select t.at + make_interval(mins => $3) from schedule_step t
       where t.schedule_id = any(array[$1, $2]) and t.kind = 'prompt' and (t.schedule_id = $1 or s.reason <> 'extension')
       order by t.schedule_id = $1 desc limit 1) as prompt,
       (select max(t.at) from schedule_step t where t.schedule_id = $1 and t.kind = 'remind') as reminder,
       exists (select from obligation g join schedule_step t on t.schedule_id = $1 and t.kind = 'prompt'
         where g.period_id = s.period_id and s.track = 'main' and g.track = 'guidance' and g.closed_as is null
           and coalesce(g.received_at, 'infinity') > t.at) as waited
     from schedule s where s.id = $1`,
    [schedule.id, scheduleId(periodId, schedule.track), notice.settings.outage.toleranceMinutes],
  );
  const handOverDueBy = rows[0]?.reminder ?? schedule.dueAt;
  return {
    promptDueBy: rows[0]?.prompt ?? handOverDueBy,
    handOverDueBy,
    waitedForGuidance: rows[0]?.waited ?? false,
  };
}
