import type { Campaign, Process, ProcessKind } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import { yearsOfPeaks } from '../campaign/yearsOfPeaks.ts';

/** One period in short. */
export type PreviewPeriod = Pick<
  PlannedPeriod,
  'key' | 'opensAt' | 'dueAt' | 'closesAt' | 'trial' | 'beforeStart' | 'ordinal' | 'notes'
> & { lastDay: string; lockAt: Instant | null; parties: number };

/** What becomes of one process of the notice. */
export interface PreviewProcess {
  id: string;
  directive: string;
  title: string;
  kind: ProcessKind;
  /** `inside`: its questions are asked in another process's report. */
  state: 'runs' | 'waits' | 'inside';
  /** The data still lacking, in the file's words. */
  waitsFor: string[];
  periods: PreviewPeriod[];
  /** Of a campaign, year by year: how many peaks the notice asks for, how many the file plans, how many it lacks. */
  peaks?: { year: number; asked: number; planned: number; lacking: number }[];
}

/** A process with its periods; it waits where data lack. */
export function previewProcess(
  process: Process,
  directive: string,
  periods: readonly PlannedPeriod[],
): PreviewProcess {
  const { id, title, kind, waitsFor = [] } = process;
  return {
    id,
    directive,
    title,
    kind,
    state: stateOf(process),
    waitsFor,
    periods: periods.map(inShort),
    ...(process.kind === 'campaign' && { peaks: peaksByYear(process, periods) }),
  };
}

function peaksByYear({ quota }: Campaign, periods: readonly PlannedPeriod[]) {
  const planned = periods.flatMap(({ peak }) =>
    peak === undefined ? [] : [{ year: peak.year, state: 'planned' as const }],
  );
  const years = yearsOfPeaks(quota, planned, Number.NEGATIVE_INFINITY); // nothing is over yet
  return years.map(({ year, quota, ahead, lacking }) => ({
    ...{ year, asked: quota, planned: ahead, lacking },
  }));
}

function stateOf(process: Process): PreviewProcess['state'] {
  if (process.kind === 'programme' && 'inside' in process.checkIn) return 'inside';
  return (process.waitsFor ?? []).length > 0 ? 'waits' : 'runs';
}

function inShort(period: PlannedPeriod): PreviewPeriod {
  const { key, opensAt, dueAt, closesAt, trial, beforeStart, ordinal, notes, tracks } = period;
  const [main] = tracks;
  return {
    key,
    opensAt,
    dueAt,
    closesAt,
    trial,
    beforeStart,
    ordinal,
    notes,
    lastDay: main?.lastDay ?? key,
    lockAt: main?.lockAt ?? null,
    parties: main?.parties.length ?? 0,
  };
}
