import { describe, expect, it } from 'vitest';
import {
  isInsidePause,
  lapsedInPause,
  shiftAfterPause,
} from '../../../domain/ladder/pauseShift.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { local, sampleNotice } from '../plan/sampleNotice.ts';

const notice = sampleNotice();
const calendar = calendarOf(notice);
const period = planPeriod(notice, 'reports', '2020-11-28');
const [main] = period.tracks;
if (main === undefined) throw new Error('a period has a main track');

function shifted(pausedAt: string, resumedAt: string) {
  const { dueAt, lastDay, lockAt, steps } = main as NonNullable<typeof main>;
  const open = steps.filter(({ at }) => at >= pausedAt);
  const schedule = { opensAt: period.opensAt, dueAt, lastDay, lockAt, steps: open };
  return shiftAfterPause(
    calendar,
    { ...schedule, letters: 'office-hours' },
    { pausedAt, resumedAt },
  );
}

describe('resuming an open period', () => {
  it('moves each instant by the paused span and keeps the old one', () => {
    // paused on Thursday 26/11 at 09:00 for exactly seven days
    const moved = shifted('2020-11-26T02:00:00.000Z', '2020-12-03T02:00:00.000Z');
    expect(
      moved.steps.map(
        ({ key, at, oldAt }) => `${key} ${local(notice, oldAt)} -> ${local(notice, at)}`,
      ),
    ).toEqual([
      'remind-1 2020-11-27 08:00 -> 2020-12-04 08:00',
      'due 2020-11-29 00:00 -> 2020-12-06 00:00',
      'overdue 2020-11-30 07:30 -> 2020-12-07 07:30',
      'lock 2020-11-30 11:00 -> 2020-12-07 11:00',
      'rung-deputy 2020-11-30 11:00 -> 2020-12-07 11:00',
      'rung-chair 2020-12-01 11:00 -> 2020-12-08 11:00',
      'close 2020-12-07 17:00 -> 2020-12-14 17:00',
    ]);
    expect(moved).toMatchObject({ lastDay: '2020-12-05', oldDueAt: main.dueAt });
    expect(local(notice, moved.lockAt)).toBe('2020-12-07 11:00');
  });

  it('puts letters, lock and rungs off to office hours and keeps their order', () => {
    // paused for 36 hours
    const moved = shifted('2020-11-26T02:00:00.000Z', '2020-11-27T14:00:00.000Z');
    expect(moved.steps.map(({ key, at }) => `${key} ${local(notice, at)}`)).toEqual([
      'remind-1 2020-11-30 07:30',
      'due 2020-11-30 12:00',
      'overdue 2020-12-02 07:30',
      'lock 2020-12-02 07:30',
      'rung-deputy 2020-12-02 07:30',
      'rung-chair 2020-12-03 07:30',
      'close 2020-12-09 05:00',
    ]);
    expect(moved.lastDay).toBe('2020-11-30');
  });

  it('leaves a due time that was over before the pause', () => {
    const moved = shifted('2020-11-30T01:00:00.000Z', '2020-12-02T01:00:00.000Z');
    expect(moved.dueAt).toBe(main.dueAt);
    expect(moved.lastDay).toBe('2020-11-28');
    expect(local(notice, moved.lockAt)).toBe('2020-12-02 11:00');
  });

  it('counts only from its opening where it opened during the pause', () => {
    // paused from 20/11, opened on 25/11 at 08:00, resumed on 26/11 at 08:00: one day of it was paused
    const moved = shifted('2020-11-20T01:00:00.000Z', '2020-11-26T01:00:00.000Z');
    expect(local(notice, moved.dueAt)).toBe('2020-11-30 00:00');
    expect(moved.steps[0]).toMatchObject({ kind: 'prompt', at: '2020-11-26T01:00:00.000Z' });
  });
});

describe('which periods a pause touches', () => {
  const span = { pausedAt: '2020-11-20T00:00:00.000Z', resumedAt: '2020-12-05T00:00:00.000Z' };

  it('records those wholly inside as paused, and neither open ones nor later ones', () => {
    const inside = (key: string) => isInsidePause(planPeriod(notice, 'reports', key), span);
    expect(isInsidePause(period, span)).toBe(true);
    expect(inside('2020-12-14')).toBe(false);
    expect(inside('2020-11-14')).toBe(false); // opened before the pause
  });

  const owed = (deliverable: string, dueAt: string, outcome = 'open') => ({
    deliverable,
    dueAt,
    outcome,
  });

  it('leaves what was extended beyond the pause, and its certificate', () => {
    const silent = owed('report', period.dueAt);
    const extended = owed('report', '2020-12-06T17:00:00.000Z');
    const certificate = owed('certificate', '2020-11-30T04:00:00.000Z');
    const late = owed('report', period.dueAt, 'late');
    const of = (...all: ReturnType<typeof owed>[]) => lapsedInPause(period, all, span);
    expect(of(silent, certificate, late)).toEqual([silent, certificate]);
    expect(of(silent, extended, certificate)).toEqual([silent]);
    expect(of(owed('report', '2020-12-04T17:00:00.000Z'), certificate)).toHaveLength(2);
  });
});
