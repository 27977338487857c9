import type { AgendaStep, Batch } from '../../../contracts/messages.ts';
import type { StepKind } from '../../../contracts/plan.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const iso = (ms: number): string => new Date(ms).toISOString();

export const ONE_BATCH: Batch[] = [{ from: 1, to: 8 }];

/** One step at so many milliseconds of the epoch. */
export function stepAt(
  kind: StepKind,
  ms: number,
  over: Partial<AgendaStep> & { rungId?: string } = {},
): AgendaStep {
  const { rungId, ...rest } = over;
  const rung =
    rungId === undefined ? null : { id: rungId, to: { supervisor: 1 }, after: { workingDays: 1 } };
  return {
    scheduleId: 'n/p/k/main',
    key: rungId === undefined ? kind : `rung-${rungId}`,
    kind,
    at: iso(ms),
    rung,
    ready: true,
    batches: ONE_BATCH,
    ...rest,
  };
}

/** The ladder of row 5 in small, its prompt at `from`: a day between its steps, two rungs, the first with the lock. */
export function wholeLadder(from: number): AgendaStep[] {
  return [
    stepAt('prompt', from),
    stepAt('remind', from + 2 * DAY),
    stepAt('due', from + 3 * DAY),
    stepAt('overdue', from + 3 * DAY + 8 * HOUR),
    stepAt('lock', from + 4 * DAY),
    stepAt('rung', from + 4 * DAY, { rungId: 'deputy' }),
    stepAt('rung', from + 5 * DAY, { rungId: 'chair' }),
    stepAt('close', from + 7 * DAY),
  ];
}

/** What a follow-up is started with. */
export const followUpInput = (clock: object = { kind: 'live' }) => ({
  noticeId: 'n',
  processId: 'p',
  directive: '5',
  periodKey: 'k',
  clock,
});
