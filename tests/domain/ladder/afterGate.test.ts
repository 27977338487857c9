import { describe, expect, it } from 'vitest';
import { afterGate, afterHold, type ScheduledStep } from '../../../domain/ladder/afterGate.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { local, sampleNotice } from '../plan/sampleNotice.ts';

const notice = sampleNotice();
const calendar = calendarOf(notice);

/** The steps of a period of reports as the register has them, with those already taken. */
function scheduled(key: string, doneAt: Record<string, string> = {}): ScheduledStep[] {
  const [main] = planPeriod(notice, 'reports', key).tracks;
  return (main?.steps ?? []).map((step) => ({
    key: step.key,
    kind: step.kind,
    at: step.at,
    rung: step.rung ?? null,
    doneAt: doneAt[step.key] ?? null,
  }));
}
function stepIn(steps: ScheduledStep[], key: string): ScheduledStep {
  const step = steps.find((each) => each.key === key);
  if (step === undefined) throw new Error(`no step ${key}`);
  return step;
}
const shown = (moved: { key: string; at: string }[]) =>
  moved.map(({ key, at }) => `${key} ${local(notice, at)}`);

describe('rungs behind a gate', () => {
  it('follow a lock that was certified late, each its own working days after the one before', () => {
    const steps = scheduled('2020-11-28', { lock: '2020-12-01T08:20:30.000Z' }); // 15:20:30
    const moved = afterGate(calendar, steps, stepIn(steps, 'lock'));
    expect(shown(moved)).toEqual(['rung-deputy 2020-12-01 15:20', 'rung-chair 2020-12-02 15:20']);
    expect(moved[1]?.at).toBe('2020-12-02T08:20:30.000Z');
  });

  it('stay as planned where the lock was taken in time', () => {
    const steps = scheduled('2020-11-28', { lock: '2020-11-30T04:00:00.000Z' });
    expect(afterGate(calendar, steps, stepIn(steps, 'lock'))).toEqual([]);
  });

  it('move from a rung taken late without touching what is done', () => {
    const doneAt = {
      lock: '2020-11-30T04:00:00.000Z',
      'rung-deputy': '2020-12-02T02:00:00.000Z', // 09:00
    };
    const steps = scheduled('2020-11-28', doneAt);
    expect(shown(afterGate(calendar, steps, stepIn(steps, 'rung-deputy')))).toEqual([
      'rung-chair 2020-12-03 09:00',
    ]);
  });

  it('count working days, and stay out of a quiet period', () => {
    const friday = scheduled('2020-11-28', { lock: '2020-12-04T08:00:00.000Z' });
    expect(shown(afterGate(calendar, friday, stepIn(friday, 'lock')))).toEqual([
      'rung-deputy 2020-12-04 15:00',
      'rung-chair 2020-12-07 15:00',
    ]);
    const beforeTet = scheduled('2021-01-28', { lock: '2021-02-04T03:00:00.000Z' });
    expect(shown(afterGate(calendar, beforeTet, stepIn(beforeTet, 'lock')))).toEqual([
      'rung-deputy 2021-02-04 10:00',
      'rung-chair 2021-02-19 10:00',
      'close 2021-02-22 17:00', // planned inside the quiet period: it stays behind the last rung
    ]);
  });
});

describe('a rung held by the deputy', () => {
  const done = { lock: '2020-11-30T04:00:00.000Z' };

  it('waits until the hold ends, and the rungs behind it wait with it', () => {
    const until = '2020-12-03T10:00:00.000Z'; // Thursday 17:00
    expect(shown(afterHold(calendar, scheduled('2020-11-28', done), 'rung-deputy', until))).toEqual(
      ['rung-deputy 2020-12-03 17:00', 'rung-chair 2020-12-04 17:00'],
    );
  });

  it('leaves the plan where the rung comes later anyhow, or was taken', () => {
    const until = '2020-12-01T00:00:00.000Z';
    const steps = scheduled('2020-11-28', done);
    expect(afterHold(calendar, steps, 'rung-chair', until)).toEqual([]);
    const taken = scheduled('2020-11-28', { ...done, 'rung-deputy': '2020-11-30T04:00:00.000Z' });
    expect(afterHold(calendar, taken, 'rung-deputy', '2020-12-03T10:00:00.000Z')).toEqual([]);
  });
});
