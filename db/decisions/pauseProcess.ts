import { processWorkflowId } from '../../contracts/ids.ts';
import { stopLetters } from '../letters/stopLetters.ts';
import { appendLog, type LogEntry } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import type { PeriodDecided } from './lockPeriod.ts';
import { lockProcess, mustBeIn, openObligations, type ProcessDeciding } from './lockProcess.ts';
import { decidedBefore, recordDecision } from './recordDecision.ts';

/**
 * Pauses a process and its open periods: letters, locks and rungs stop, submissions are taken meanwhile. Reminders that
 * still wait to leave are stopped, since their dates no longer hold; what is asked for the first time still is.
 * @throws NotFound, Conflict where it does not run
 */
export async function pauseProcess(pool: Pool, input: ProcessDeciding): Promise<PeriodDecided> {
  const { decisionId, noticeId, processId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const process = await lockProcess(transaction, input);
    const before = await decidedBefore(transaction, input, 'pause');
    if (before) return { decisionId, woken: before.woken as string[] };
    mustBeIn(processId, process, ['running']);
    const { rows } = await transaction.query<{ id: string }>(
      `with open as (
         select id from period where notice_id = $1 and process_id = $2 and state = 'open' order by id for no key update)
       update period p set state = 'paused' from open where p.id = open.id returning p.id`,
      [noticeId, processId],
    );
    await transaction.query(
      `update process set state = 'paused', paused_at = $3 where notice_id = $1 and id = $2`,
      [noticeId, processId, at],
    );
    const woken = rows.map(({ id }) => id).sort();
    const stopped = await stopLetters(transaction, {
      obligationIds: await openObligations(transaction, input),
      kinds: ['remind', 'overdue'],
      whileIn: ['open'],
    });
    const decided = await recordDecision(transaction, input, {
      kind: 'pause',
      subject: processWorkflowId(noticeId, processId),
      reason: decision.reason,
      detail: { woken },
    });
    await wakeLater(transaction, woken);
    const paused = woken.map(
      (subject): LogEntry => ({
        actor: actor.id,
        action: 'period-paused',
        subject,
        detail: { decision: decisionId },
      }),
    );
    await appendLog(transaction, noticeId, at, [decided, ...paused, ...stopped]);
    return { decisionId, woken };
  });
}
