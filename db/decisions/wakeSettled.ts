import { wakeLater } from '../outbox.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Wakes the workflows that have something to learn from obligations just settled: the follow-up of a track whose last
 * open one it was (the certificate, a gate, is that by itself), or the last that a further certificate is asked for; a drafting, whose next stage opens when one is done;
 * and every peak of a campaign, whose call waits for the document. Others need no telling, since a step asks the
 * register who is still open. The counters that it reads are locked by the settling itself, so that of two last ones
 * at once the later sees it.
 * @returns the workflows woken
 */
export async function wakeSettled(
  transaction: Transaction,
  settled: readonly { periodId: string; track: string }[],
): Promise<string[]> {
  const { rows } = await transaction.query<{ workflow_id: string }>(WOKEN, [
    settled.map(({ periodId }) => periodId),
    settled.map(({ track }) => track),
  ]);
  const workflows = rows.map((row) => row.workflow_id);
  await wakeLater(transaction, workflows);
  return workflows;
}

const WOKEN = `
with done as (
  select distinct t.period_id
  from unnest($1::text[], $2::text[]) as t(period_id, track)
  left join period_counter c on c.period_id = t.period_id and c.track = t.track and c.outcome = 'open'
  where coalesce(c.n, 0) = 0),
of_process as (
  select d.period_id, p.notice_id, p.process_id, r.kind
  from done d join period p on p.id = d.period_id
  join process r on r.notice_id = p.notice_id and r.id = p.process_id)
select period_id as workflow_id from done
union select c.period_id from obligation c join schedule s on s.id = c.schedule_id
  where c.period_id = any($1) and starts_with(c.track, 'certificate-') and c.outcome = 'open' and not exists (
    select from obligation r where r.period_id = c.period_id and r.track = 'main' and r.outcome = 'open' and r.due_at = s.certifies_from)
union select notice_id || '/' || process_id from of_process where kind = 'drafting'
union select p.id from of_process o join period p on p.notice_id = o.notice_id and p.process_id = o.process_id
  where o.kind = 'campaign' and p.state = 'open'
order by 1`;
