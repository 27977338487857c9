import type { DigestDraft } from '../../contracts/digest.ts';
import type { Instant } from '../../contracts/plan.ts';
import { withoutErased } from '../people/erasedNames.ts';
import type { Queryable } from '../pool.ts';
import { statusColumn } from '../reading/statusColumn.ts';
import type { Transaction } from '../transaction.ts';

/**
 * How many obligations of each process are open, done and overdue, each by its own due time: one that was extended before
 * it was found late is not overdue, and neither is one whose period is paused.
 */
export async function processCounts(
  queryable: Queryable,
  noticeId: string,
  now: Instant,
): Promise<{ id: string; state: string; open: number; done: number; overdue: number }[]> {
  const { rows } = await queryable.query<{
    id: string;
    state: string;
    open: number;
    done: number;
    overdue: number;
  }>(
    `select r.id, r.state, coalesce(c.done, 0) as done, o.open, o.overdue
     from process r
     left join lateral (
       select sum(c.n) as done from period d join period_counter c on c.period_id = d.id and c.track = 'main'
       where d.notice_id = r.notice_id and d.process_id = r.id and not d.trial and c.outcome in ('on-time', 'late')) c on true
     cross join lateral (
       select count(*) filter (where l.status <> 'open-overdue') as open, count(*) filter (where l.status = 'open-overdue') as overdue
       from period d join obligation o on o.period_id = d.id and o.track = 'main' and o.outcome = 'open'
       cross join lateral (select ${statusColumn('$2')} as status) l
       where d.notice_id = r.notice_id and d.process_id = r.id and not d.trial) o
     where r.notice_id = $1 order by r.id`,
    [noticeId, now],
  );
  return rows;
}

/** Keeps a digest's draft, without whoever was erased since it was made; drafted again after a crash, the first stays. */
export async function keepDraft(
  transaction: Transaction,
  input: { periodId: string; noticeId: string; draft: DigestDraft; now: Instant },
): Promise<boolean> {
  const draft = await withoutErased(transaction, input.noticeId, input.draft);
  const { rowCount } = await transaction.query(
    `insert into digest (period_id, notice_id, drafted_at, draft) values ($1, $2, $3, $4) on conflict (period_id) do nothing`,
    [input.periodId, input.noticeId, input.now, JSON.stringify(draft)],
  );
  return rowCount === 1;
}
