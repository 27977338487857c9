import { noticeOfWorkflow, roundWorkflowId } from '../../contracts/ids.ts';
import type { Agenda } from '../../contracts/messages.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../../db/log.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { wakeLater } from '../../db/outbox.ts';
import { applyCatchUp } from '../../db/periods/applyCatchUp.ts';
import { noteCatchUps } from '../../db/periods/catchUps.ts';
import { readAgenda } from '../../db/periods/readAgenda.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { correctReceipts } from './correctReceipts.ts';

/**
 * Makes good an outage of the engine for one period: nobody is late because of it (the domain's "Time"). Whom it has
 * cost letters is noted, and the notice's daily round is woken to write one catch-up letter for each person across all
 * periods. Whoever got a receipt that calls late what is in time now gets a corrected one. The moved instants, the notes and the
 * receipts are one transaction.
 */
export async function catchUpPeriod(
  pool: Pool,
  input: { periodId: string; now: Instant },
): Promise<Agenda> {
  const { periodId, now } = input;
  const { notice } = await readNotice(pool, noticeOfWorkflow(periodId));
  await inTransaction(pool, async (transaction) => {
    const { caughtUp, inTime, outages, entries } = await applyCatchUp(transaction, {
      notice,
      periodId,
      now,
    });
    const schedules = caughtUp.filter(({ isToBeTold }) => isToBeTold);
    const outage = outages.at(-1);
    if (schedules.length > 0 && outage !== undefined) {
      await noteCatchUps(transaction, { noticeId: notice.id, now, outage, schedules });
      await wakeLater(transaction, [roundWorkflowId(notice.id)]);
    }
    const corrected =
      outage === undefined
        ? []
        : await correctReceipts(transaction, notice, { obligations: inTime, outage, now });
    await appendLog(transaction, notice.id, now, [...entries, ...corrected]);
  });
  return readAgenda(pool, periodId);
}
