import type { Instant } from '../contracts/plan.ts';
import { readCampaign } from '../db/campaign/readCampaign.ts';
import { readNotice } from '../db/notices/readNotice.ts';
import type { Pool } from '../db/pool.ts';
import { stillLacking } from '../domain/campaign/yearsOfPeaks.ts';
import { findProcess } from '../domain/notice/findProcess.ts';
import { calendarOf } from '../domain/plan/calendarOf.ts';
import { endOfProcess } from '../domain/plan/endOfProcess.ts';

/**
 * Until when a process lasts though its last period is over: a programme until its last day; a campaign that lacks a
 * peak until the notice ends, because a decision may still make up for it. Null: it ends with its last period.
 */
export async function lastsUntil(
  pool: Pool,
  { noticeId, processId, now }: { noticeId: string; processId: string; now: Instant },
): Promise<Instant | null> {
  const { notice } = await readNotice(pool, noticeId);
  const { process } = findProcess(notice, processId);
  if (process.kind !== 'campaign') return endOfProcess(notice, processId);
  const { years, thisYear } = await readCampaign(pool, noticeId, process, now);
  return stillLacking(years, thisYear) > 0 ? calendarOf(notice).endOf(notice.head.endsOn) : null;
}
