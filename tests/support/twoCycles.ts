import { randomUUID } from 'node:crypto';
import { obligationId, periodId } from '../../contracts/ids.ts';
import { type Notice, NoticeFile } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { markRunning } from '../../db/periods/processState.ts';
import type { Pool } from '../../db/pool.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { DECEMBER } from './register.ts';
import { smallCommittee } from './smallCommittee.ts';

/** Who owes in the second cycle too; everybody else of the small committee owes in the first alone. */
export const IN_BOTH = ['ana', 'vacant', 'unit-1'] as const;

/** The small committee with a second cycle, `progress`, on the same days and the same ladder as its reports. */
function twoCycles(id: string): Notice {
  const small = smallCommittee(id);
  const [reports] = small.directives;
  const assumed = { source: 'assumed', why: 'a test' };
  return NoticeFile.parse({
    ...small,
    directives: [
      reports,
      {
        no: '3',
        title: 'Tiến độ',
        provenance: assumed,
        processes: [
          {
            id: 'progress',
            kind: 'reporting-cycle',
            title: 'Tiến độ về đích',
            asks: 'báo cáo tiến độ',
            owes: { parties: [...IN_BOTH] },
            to: 'chair',
            recurrence: { every: 'month', days: [14] },
            roll: 'stay',
            ladder: 'members',
            outline: 'outline',
          },
        ],
      },
    ],
  });
}

export type Cycle = 'reports' | 'progress';

/** A notice of its own in the register, with the period of 14/12/2020 of both cycles open. */
export interface TwoCycles {
  id: string;
  period(cycle: Cycle): string;
  owed(cycle: Cycle, party: string): string;
}

export async function openTwoCycles(pool: Pool): Promise<TwoCycles> {
  const notice = twoCycles(`t-${randomUUID().slice(0, 8)}`);
  const { id } = notice;
  const early: Instant = '2020-11-11T03:00:00.000Z';
  await loadNotice(pool, { notice, now: early, clock: 'live' });
  for (const cycle of ['reports', 'progress'] as const) {
    await markRunning(pool, id, cycle, early);
    await openPeriod(pool, planPeriod(notice, cycle, DECEMBER.key), DECEMBER.prompt);
  }
  const period = (cycle: Cycle) => periodId(id, cycle, DECEMBER.key);
  return { id, period, owed: (cycle, party) => obligationId(period(cycle), 'main', party) };
}
