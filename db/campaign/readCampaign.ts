import type { YearOfPeaks } from '../../contracts/letters/campaigns.ts';
import type { Campaign } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import { type Peak, yearsOfPeaks } from '../../domain/campaign/yearsOfPeaks.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { planProcess } from '../../domain/plan/planProcess.ts';
import { readPlanned } from '../notices/readPlanned.ts';
import type { Queryable } from '../pool.ts';

/** A peak with what the register adds to it. */
export interface RecordedPeak extends Peak {
  /** when its period closed, and it was judged */
  judgedAt: Instant | null;
  /** when a return or an excuse after that made it count after all */
  recountedAt: Instant | null;
}

interface Recorded {
  key: string;
  state: 'open' | 'paused' | 'closed' | 'before-start' | 'cancelled';
  owed: number;
  returned: number;
  counted: boolean | null;
  inPause: boolean;
  judgedAt: Instant | null;
  recountedAt: Instant | null;
}

/** A campaign as it stands: its peaks in the order of their days, and its years' quotas. */
export interface CampaignState {
  peaks: RecordedPeak[];
  years: YearOfPeaks[];
  /** the year that runs on the notice's calendar */
  thisYear: number;
}

/** Reads a campaign from plan and register: those of its file and those that decisions have added. @throws NotFound */
export async function readCampaign(
  queryable: Queryable,
  noticeId: string,
  { id: processId, quota }: Campaign,
  now: Instant,
): Promise<CampaignState> {
  const { notice, options } = await readPlanned(queryable, noticeId, processId);
  const { rows: added } = await queryable.query<{ plan: PlannedPeriod }>(
    'select plan from decided_period where notice_id = $1 and process_id = $2',
    [noticeId, processId],
  );
  const { rows } = await queryable.query<Recorded>(RECORDED, [noticeId, processId]);
  const recorded = new Map(rows.map((row) => [row.key, row]));
  const peaks = [
    ...planProcess(notice, processId, options).flatMap((period) =>
      peakOf(period, false, recorded.get(period.key)),
    ),
    ...added.flatMap(({ plan }) => peakOf(plan, true, recorded.get(plan.key))),
  ].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const thisYear = Number(calendarOf(notice).dayOf(now).slice(0, 4));
  return { peaks, years: yearsOfPeaks(quota, peaks, thisYear), thisYear };
}

const orderOf = ({ from, key }: RecordedPeak): string => `${from} ${key}`;

function peakOf(
  { key, peak, tracks }: PlannedPeriod,
  added: boolean,
  recorded: Recorded | undefined,
): RecordedPeak[] {
  if (peak === undefined) return []; // the document
  const { owed = tracks[0]?.parties.length ?? 0, returned = 0 } = recorded ?? {};
  const { judgedAt = null, recountedAt = null } = recorded ?? {};
  return [{ key, ...peak, state: stateOf(recorded), added, owed, returned, judgedAt, recountedAt }];
}

function stateOf(recorded: Recorded | undefined): Peak['state'] {
  if (recorded === undefined) return 'planned';
  const { state, counted, inPause } = recorded;
  if (counted !== null) return counted ? 'counted' : inPause ? 'paused' : 'missed';
  return state === 'paused' || state === 'closed' ? 'open' : state;
}

// Once judged, the figures are those it was judged by; until then they are those of the counters.
const RECORDED = `
select d.key, d.state, r.counted, r.judged_at as "judgedAt", r.recounted_at as "recountedAt",
  exists (select from period_counter where period_id = d.id and track = 'main' and outcome = 'paused' and n > 0) as "inPause",
  coalesce(r.owed, c.owed, 0) as owed, coalesce(r.returned, c.returned, 0) as returned
from period d
left join peak_result r on r.period_id = d.id
left join lateral (
  select sum(n) filter (where outcome in ('open', 'on-time', 'late', 'paused'))::int as owed,
    sum(n) filter (where outcome in ('on-time', 'late'))::int as returned
  from period_counter where period_id = d.id and track = 'main') c on true
where d.notice_id = $1 and d.process_id = $2`;
