import type { AddPeak } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { noticeWorkflowId } from '../../contracts/ids.ts';
import { furtherPeak } from '../../domain/campaign/furtherPeak.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { readCampaign } from '../campaign/readCampaign.ts';
import { appendLog } from '../log.ts';
import { readPlanned } from '../notices/readPlanned.ts';
import { wakeLater } from '../outbox.ts';
import { addDecidedPeriod } from '../periods/decidedPeriods.ts';
import type { Pool } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { lockProcess, mustBeIn, type ProcessDeciding } from './lockProcess.ts';
import { decidedBefore, recordDecision } from './recordDecision.ts';

export interface PeakAdded {
  decisionId: string;
  /** of the new peak's period */
  periodKey: string;
}

/**
 * Adds a peak to a campaign, to make up for one that was missed (clause 6 asks for so many a year): its whole plan is
 * entered, and the notice's workflow, woken, starts to follow it.
 * @throws NotFound, Conflict where the campaign does not run, Invalid where the process is none or the days will not do
 */
export async function addPeak(
  pool: Pool,
  input: ProcessDeciding & { decision: AddPeak },
): Promise<PeakAdded> {
  const { decisionId, noticeId, processId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const locked = await lockProcess(transaction, input);
    const before = await decidedBefore(transaction, input, 'add-peak');
    if (before) return { decisionId, periodKey: before.periodKey as string };
    mustBeIn(processId, locked, ['running', 'paused']);
    const { notice, options } = await readPlanned(transaction, noticeId, processId);
    const { process } = findProcess(notice, processId);
    if (process.kind !== 'campaign') {
      throw new PermanentFailure(FAILURES.invalid, `the process ${processId} is no campaign`);
    }
    const { peaks } = await readCampaign(transaction, noticeId, process, at);
    const { reason, ...wanted } = decision;
    const plan = furtherPeak({ notice, processId, options, peaks, wanted, now: at });
    const decided = await recordDecision(transaction, input, {
      kind: 'add-peak',
      subject: `${noticeId}/${processId}`,
      reason,
      detail: { periodKey: plan.key, ...wanted },
    });
    const period = await addDecidedPeriod(transaction, plan, { decisionId, at });
    await wakeLater(transaction, [noticeWorkflowId(noticeId)]);
    await appendLog(transaction, noticeId, at, [
      decided,
      {
        actor: actor.id,
        action: 'peak-added',
        subject: period,
        detail: { decision: decisionId, dueAt: plan.dueAt },
      },
    ]);
    return { decisionId, periodKey: plan.key };
  });
}
