import { readAgenda } from '../periods/readAgenda.ts';
import { idsOf, LATE_AFTER_MINUTES, type RegisterCheck } from './check.ts';

/**
 * Steps that were due long ago and that nothing keeps back, by the very agenda that their follow-up reads: whoever
 * should take them stands still.
 */
export const stepsNotTaken: RegisterCheck = async (queryable, { noticeId, now }) => {
  const lateSince = new Date(Date.parse(now) - LATE_AFTER_MINUTES * 60_000).toISOString();
  const periods = await idsOf(queryable, WITH_LATE_STEPS, [noticeId, lateSince]);
  const late: string[] = [];
  for (const period of periods) {
    const { steps } = await readAgenda(queryable, period);
    for (const { scheduleId, key, at, ready } of steps) {
      if (ready && at < lateSince) late.push(`${scheduleId} ${key}`);
    }
  }
  return late;
};

const WITH_LATE_STEPS = `
select d.id from period d
where d.notice_id = $1 and d.state = 'open' and exists (
  select from schedule s join schedule_step t on t.schedule_id = s.id
  where s.period_id = d.id and t.done_at is null and t.at < $2)
order by 1`;
