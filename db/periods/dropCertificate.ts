import type { Instant } from '../../contracts/plan.ts';
import { closeObligations } from '../decisions/closeObligations.ts';
import { lockObligations } from '../decisions/lockObligations.ts';
import { appendLog, type LogEntry } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Where none of the reports that it speaks for is open any more before their lock, no silence is left to be sure of, and
 * the office is not asked whether its book, tray and Zalo hold any: its certificate is cancelled by itself. After the lock
 * it stays owed, since then it was the office that was late.
 */
export async function dropCertificate(
  pool: Pool,
  { periodId, now }: { periodId: string; now: Instant },
): Promise<void> {
  const { rows } = await pool.query<{ id: string; noticeId: string }>(NOT_NEEDED, [periodId, now]);
  const noticeId = rows[0]?.noticeId;
  if (noticeId === undefined) return;
  const ids = rows.map(({ id }) => id);
  await inTransaction(pool, async (transaction) => {
    const open = (await lockObligations(transaction, noticeId, ids)).filter(
      ({ outcome }) => outcome === 'open',
    );
    if (open.length === 0) return; // certified meanwhile
    const by = { actor: 'engine', at: now, periodId };
    const closed = await closeObligations(transaction, open, 'cancelled', by);
    const why = open.map(
      ({ id: subject }): LogEntry => ({
        actor: 'engine',
        action: 'certificate-not-needed',
        subject,
      }),
    );
    await appendLog(transaction, noticeId, now, [...why, ...closed]);
  });
}

const NOT_NEEDED = `
select o.id, o.notice_id as "noticeId" from obligation o join schedule s on s.id = o.schedule_id
join period p on p.id = o.period_id and p.state = 'open'
where o.period_id = $1 and o.deliverable = 'certificate' and o.outcome = 'open' and o.due_at > $2
  and not exists (select from obligation r where r.period_id = $1 and r.track = 'main' and r.outcome = 'open' and r.due_at = s.certifies_from)
order by o.id`;
