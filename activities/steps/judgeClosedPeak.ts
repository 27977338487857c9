import type { Notice } from '../../contracts/notice/index.ts';
import type { WhenClosedByDecision } from '../../db/decisions/closedByDecision.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { judge } from './judgeCampaign.ts';

/** What it means for a campaign's peak that a decision closes its period; for anything else, nothing more. */
export const judgeClosedPeak =
  (notice: Notice): WhenClosedByDecision =>
  async (transaction, { id: periodId, processId, plan: { peak }, pause, at: now }) => {
    const { process } = findProcess(notice, processId);
    if (process.kind !== 'campaign' || peak === undefined) return [];
    return judge(transaction, { notice, process, periodId, peak, pause, now });
  };
