import { wakeLater } from '../outbox.ts';
import type { Transaction } from '../transaction.ts';

/** Wakes the follow-ups of the collections that these submissions belong to: one closes as soon as all is in and accepted. */
export async function wakeReviewed(
  transaction: Transaction,
  submissions: readonly string[],
): Promise<void> {
  const { rows } = await transaction.query<{ id: string }>(
    `select distinct d.id
     from submission_obligation so
     join obligation o on o.id = so.obligation_id
     join period d on d.id = o.period_id and d.state = 'open'
     join process p on p.notice_id = d.notice_id and p.id = d.process_id and p.kind = 'collection'
     where so.submission_id = any($1)
     order by 1`,
    [submissions],
  );
  await wakeLater(
    transaction,
    rows.map(({ id }) => id),
  );
}
