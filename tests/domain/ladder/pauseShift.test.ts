import { describe, expect, it } from 'vitest';
import type { PlannedTrack } from '../../../contracts/plan.ts';
import {
  isInsidePause,
  lapsedInPause,
  shiftAfterPause,
} from '../../../domain/ladder/pauseShift.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { ladderOf } from '../../../domain/plan/planContext.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { local, sampleNotice } from '../plan/sampleNotice.ts';

const notice = sampleNotice();
const calendar = calendarOf(notice);
const period = planPeriod(notice, 'reports', '2020-11-28');
const main = period.tracks[0] as PlannedTrack;

const ladder = ladderOf(notice, 'members');

/** The schedule after a pause; every step planned before it has been taken on time. */
function shifted(track: PlannedTrack, opensAt: string, pausedAt: string, resumedAt: string) {
  const steps = track.steps.map((step) => ({
    ...step,
    doneAt: step.at < pausedAt ? step.at : null,
  }));
  const schedule = { ...track, runsFrom: opensAt, neverLate: false, steps };
  const moved = shiftAfterPause(schedule, { pausedAt, resumedAt }, { calendar, ladder });
  const ahead = moved.steps.filter(({ doneAt }) => doneAt === null);
  return {
    ...moved,
    taken: moved.steps.filter(({ doneAt }) => doneAt !== null).map(({ key }) => key),
    ahead: ahead.map(({ key, at }) => `${key} ${local(notice, at)}`),
  };
}
const resumed = (pausedAt: string, resumedAt: string) =>
  shifted(main, period.opensAt, pausedAt, resumedAt);

describe('resuming an open period', () => {
  it('extends the due time by the paused span and tells the ladder anew from there', () => {
    // paused on Thursday 26/11 at 09:00 for exactly seven days
    const moved = resumed('2020-11-26T02:00:00.000Z', '2020-12-03T02:00:00.000Z');
    expect(moved.taken).toEqual(['prompt']);
    expect(moved.ahead).toEqual([
      'remind-1 2020-12-04 08:00',
      'due 2020-12-06 00:00',
      'overdue 2020-12-07 07:30',
      'lock 2020-12-07 11:00',
      'rung-deputy 2020-12-07 11:00',
      'rung-chair 2020-12-08 11:00',
      'close 2020-12-14 17:00',
    ]);
    expect(moved.lastDay).toBe('2020-12-05');
    expect(local(notice, moved.lockAt)).toBe('2020-12-07 11:00');
  });

  it('keeps the notice, the lock, the deputy and the chair apart where the span ends in a weekend', () => {
    // the reports of Monday 14/12, paused that day at 10:00, resumed on Friday 18/12 at 10:00: due by the end of the 18th
    const december = planPeriod(notice, 'reports', '2020-12-14');
    const [track] = december.tracks;
    if (track === undefined) throw new Error('a period has a main track');
    const pause = ['2020-12-14T03:00:00.000Z', '2020-12-18T03:00:00.000Z'] as const;
    const moved = shifted(track, december.opensAt, ...pause);
    expect(moved.taken).toEqual(['prompt', 'remind-1']);
    expect(moved.ahead).toEqual([
      'due 2020-12-19 00:00',
      'overdue 2020-12-21 07:30',
      'lock 2020-12-21 11:00',
      'rung-deputy 2020-12-21 11:00',
      'rung-chair 2020-12-22 11:00',
      'close 2020-12-28 17:00',
    ]);
  });

  it('ends within a day where the span does, and the ladder keeps its own times of day', () => {
    // paused for 36 hours
    const moved = resumed('2020-11-26T02:00:00.000Z', '2020-11-27T14:00:00.000Z');
    expect(moved.ahead).toEqual([
      'remind-1 2020-11-30 08:00',
      'due 2020-11-30 12:00',
      'overdue 2020-12-01 07:30',
      'lock 2020-12-01 11:00',
      'rung-deputy 2020-12-01 11:00',
      'rung-chair 2020-12-02 11:00',
      'close 2020-12-08 17:00',
    ]);
    expect(moved.lastDay).toBe('2020-11-30');
  });

  it('leaves a due time that was over before the pause, and puts off what follows it', () => {
    const moved = resumed('2020-11-30T01:00:00.000Z', '2020-12-02T01:00:00.000Z');
    expect(moved).toMatchObject({ dueAt: main.dueAt, lastDay: '2020-11-28' });
    expect(moved.ahead).toEqual([
      'lock 2020-12-02 11:00',
      'rung-deputy 2020-12-02 11:00',
      'rung-chair 2020-12-03 11:00',
      'close 2020-12-09 17:00',
    ]);
  });

  it('keeps the chair a working day behind the deputy where what follows is put off into a weekend', () => {
    // paused between the notice and the lock of Monday 30/11, resumed on Friday 4/12 at 21:00
    const moved = resumed('2020-11-30T01:00:00.000Z', '2020-12-04T14:00:00.000Z');
    expect(moved.ahead).toEqual([
      'lock 2020-12-07 11:00',
      'rung-deputy 2020-12-07 11:00',
      'rung-chair 2020-12-08 11:00',
      'close 2020-12-12 06:00',
    ]);
  });

  it('leaves a lock that waited for the office when the pause began, and the rungs behind it', () => {
    const pausedAt = '2020-11-30T07:00:00.000Z'; // the lock was planned at 11:00 and not taken
    const steps = main.steps.map((step) => ({
      ...step,
      doneAt: step.kind === 'overdue' ? step.at : null,
    }));
    const span = { pausedAt, resumedAt: '2020-12-03T07:00:00.000Z' };
    const schedule = { ...main, runsFrom: period.opensAt, neverLate: false, steps };
    const moved = shiftAfterPause(schedule, span, { calendar, ladder });
    const at = (kind: string) =>
      moved.steps.filter((s) => s.kind === kind).map((s) => local(notice, s.at));
    expect(at('lock')).toEqual(['2020-11-30 11:00']);
    expect(at('rung')).toEqual(['2020-11-30 11:00', '2020-12-04 11:00']);
  });

  it('counts only from its opening where it opened during the pause', () => {
    // paused from 20/11, opened on 25/11 at 08:00, resumed on 26/11 at 08:00: one day of it was paused
    const moved = resumed('2020-11-20T01:00:00.000Z', '2020-11-26T01:00:00.000Z');
    expect(local(notice, moved.dueAt)).toBe('2020-11-30 00:00');
    expect(moved.ahead.slice(0, 2)).toEqual([
      'prompt 2020-11-26 08:00',
      'remind-1 2020-11-27 08:00',
    ]);
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
