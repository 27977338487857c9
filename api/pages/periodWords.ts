import { matterOf } from '../../domain/notice/letterFacts.ts';
import type { Opened } from './openLink.ts';

interface InPeriod {
  processId: string;
  periodKey: string;
  /** the last day in time, 'YYYY-MM-DD' */
  lastDay: string;
  deliverable?: string;
}

/** 'kỳ 14/12/2020'; of what comes once 'hạn 24/11/2020', the day it is due and not the one its period is named by. */
export const periodWords = (
  { notice, writing }: Pick<Opened, 'notice' | 'writing'>,
  period: InPeriod,
): string => writing.periodOf(period, matterOf(notice, period.processId, period.deliverable));
