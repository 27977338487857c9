import type { Instant } from '../../contracts/plan.ts';
import { closeObligations } from '../decisions/closeObligations.ts';
import { lockObligations } from '../decisions/lockObligations.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Where nobody's report is open any more before the lock, no silence is left to be sure of, and the office is not asked
 * whether its book, tray and Zalo hold any: its certificate is cancelled by itself. After the lock it stays owed, since
 * then it was the office that was late.
 */
export async function dropCertificate(
  pool: Pool,
  { periodId, now }: { periodId: string; now: Instant },
): Promise<void> {
  const { rows } = await pool.query<{ id: string; noticeId: string }>(NOT_NEEDED, [periodId, now]);
  const [certificate] = rows;
  if (!certificate) return;
  const { id, noticeId } = certificate;
  await inTransaction(pool, async (transaction) => {
    const open = (await lockObligations(transaction, noticeId, [id])).filter(
      ({ outcome }) => outcome === 'open',
    );
    if (open.length === 0) return; // certified meanwhile
    const by = { actor: 'engine', at: now, periodId };
    const closed = await closeObligations(transaction, open, 'cancelled', by);
    const why = { actor: 'engine', action: 'certificate-not-needed', subject: id };
    await appendLog(transaction, noticeId, now, [why, ...closed]);
  });
}

const NOT_NEEDED = `
select o.id, o.notice_id as "noticeId" from obligation o join period p on p.id = o.period_id and p.state = 'open'
where o.period_id = $1 and o.track = 'certificate' and o.outcome = 'open' and o.due_at > $2
  and not exists (select from period_counter c where c.period_id = $1 and c.track = 'main' and c.outcome = 'open' and c.n > 0)`;
