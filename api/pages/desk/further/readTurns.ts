import type { Notice } from '../../../../contracts/notice/index.ts';
import { readNotice } from '../../../../db/notices/readNotice.ts';
import { periodDecisions } from '../../../../db/periods/periodDecisions.ts';
import type { ProcessRow } from '../../../../db/reading/notices.ts';
import { listPeriods, type PeriodRow } from '../../../../db/reading/periods.ts';
import { type Party, parties } from '../../../../domain/notice/roster.ts';
import { type PlanOptions, periodKeys, planPeriod } from '../../../../domain/plan/planProcess.ts';
import { addDays, localDate } from '../../../../domain/time/zone.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Opened } from '../../openLink.ts';

/** Turns of a process that may be skipped or merged: those open, and those to come within a year. */
export interface Turns {
  processId: string;
  keys: string[];
  /** who owes in them, for a decision about some */
  owing: Party[];
}

const DAYS_AHEAD = 366;
/** More than a recurrence may have. */
const PERIODS = 10_000;
const TAKEN_OUT_IN: readonly PeriodRow['state'][] = ['open', 'paused'];

/** The turns of these processes; what is owed only once has none. */
export async function readTurns(
  { pool }: ApiDeps,
  { noticeId, notice, now }: Opened,
  running: readonly ProcessRow[],
): Promise<Turns[]> {
  const { startedAt } = await readNotice(pool, noticeId);
  const options: PlanOptions = startedAt === null ? {} : { startsAt: startedAt };
  const horizon = addDays(localDate(now, notice.zone), DAYS_AHEAD);
  const turns: Turns[] = [];
  for (const { id: processId, kind } of running) {
    if (kind !== 'reporting-cycle' && kind !== 'programme') continue;
    const opened = await listPeriods(pool, { noticeId, process: processId, limit: PERIODS });
    const states = new Map(opened.items.map(({ key, state }) => [key, state]));
    const decided = await periodDecisions(pool, { noticeId, processId });
    const gone = decided.filter((one) => one.parties === null).map(({ key }) => key);
    const keys = periodKeys(notice, processId, options).filter((key) => {
      const state = states.get(key);
      const offered =
        state === undefined ? key.slice(0, 10) <= horizon : TAKEN_OUT_IN.includes(state);
      return offered && !gone.includes(key);
    });
    const [first] = keys;
    if (first === undefined) continue;
    turns.push({ processId, keys, owing: owingIn(notice, processId, first, options) });
  }
  return turns;
}

function owingIn(notice: Notice, processId: string, key: string, options: PlanOptions): Party[] {
  const { tracks } = planPeriod(notice, processId, key, options);
  const owing = new Set(tracks.filter((one) => one.key === 'main').flatMap((one) => one.parties));
  return parties(notice).filter(({ id }) => owing.has(id));
}
