import type { Process, ProcessKind } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';

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
  };
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
