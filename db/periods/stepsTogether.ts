import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import type { StepName } from './finishStep.ts';

/** A step of some schedule of a notice. */
export interface StepTogether extends StepName {
  periodId: string;
}

/** The steps that a notice takes at one planned instant, all of one kind. */
export interface StepsTogether {
  at: Instant;
  steps: StepTogether[];
}

/**
 * The steps that fall on one planned instant with this one and are of its kind, itself among them; only itself where it
 * keeps apart. A step keeps apart if whoever is at it is asked for it no earlier than at that very instant (a gate held
 * the prompt back), or an outage has yet to be made good in its period, or was only then. Nothing of this depends on which
 * of them is taken first: what may stand together with another does so from both sides.
 * @returns null where the ladder has this step no longer
 */
export async function stepsTogether(
  queryable: Queryable,
  { scheduleId, stepKey }: StepName,
): Promise<StepsTogether | null> {
  const { rows } = await queryable.query<StepTogether & { at: Instant; apart: boolean }>(TOGETHER, [
    scheduleId,
    stepKey,
  ]);
  const isMine = (step: StepName) => step.scheduleId === scheduleId && step.stepKey === stepKey;
  const mine = rows.find(isMine);
  if (mine === undefined) return null;
  const others = rows.filter(({ apart }) => !apart && !mine.apart);
  // a pause may bring two reminders of one schedule to one instant: it is in the letter once
  const bySchedule = new Map([...others, mine].map((step) => [step.scheduleId, step]));
  const steps = [...bySchedule.values()].map(({ apart, at, ...step }) => step);
  return { at: mine.at, steps };
}

const TOGETHER = `
with mine as (
  select t.schedule_id, t.key, t.kind, t.at, p.id as period_id, p.notice_id
  from schedule_step t join schedule s on s.id = t.schedule_id join period p on p.id = s.period_id
  where t.schedule_id = $1 and t.key = $2)
select t.schedule_id as "scheduleId", t.key as "stepKey", p.id as "periodId", t.at,
  coalesce(s.caught_up_at >= m.at, false)
  or exists (
    select from schedule_step q where q.schedule_id = s.id and q.kind = 'prompt' and (q.done_at is null or q.done_at >= m.at))
  or exists (
    select from schedule c join schedule_step d on d.schedule_id = c.id and d.done_at is null
    join outage u on u.began_at <= d.at and d.at < u.ended_at and u.ended_at > coalesce(c.caught_up_at, '-infinity')
    where c.period_id = p.id and exists (select from obligation o where o.schedule_id = c.id and o.outcome = 'open')) as apart
from mine m
join period p on p.id = m.period_id or (p.notice_id = m.notice_id and p.state = 'open')
join schedule s on s.period_id = p.id
join schedule_step t on t.schedule_id = s.id and t.kind = m.kind and t.at = m.at
where t.done_at is null or (t.schedule_id = m.schedule_id and t.key = m.key)
order by t.schedule_id, t.key`;
