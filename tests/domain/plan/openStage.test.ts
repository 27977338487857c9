import { describe, expect, it } from 'vitest';
import type { PlannedPeriod } from '../../../contracts/plan.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { openStage } from '../../../domain/plan/openStage.ts';
import { ladderOf } from '../../../domain/plan/planContext.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { sampleNotice, stepsOf } from './sampleNotice.ts';

const mechanism = {
  id: 'mechanism',
  kind: 'drafting',
  title: 'Title',
  asks: 'something',
  outline: 'outline',
  ladder: 'members',
  by: 'land',
  to: ['chair'],
  due: { date: '2020-11-30', boundary: 'before' },
  stages: [
    { id: 'draft', kind: 'draft', title: 'Draft', endsWorkingDaysBefore: 8 },
    {
      id: 'consult',
      kind: 'consult',
      title: 'Consult',
      endsWorkingDaysBefore: 4,
      with: { unitKinds: ['commune'] },
    },
    { id: 'submit', kind: 'submit', title: 'Submit', endsWorkingDaysBefore: 0 },
  ],
};
const notice = sampleNotice({ processes: [mechanism] });

/** The stage as it opens on a day of November 2020 at a time of day in Triệu Sơn. */
const opened = (stage: string, day: number, time: string, over: object = {}): PlannedPeriod => {
  const sample = sampleNotice({ processes: [{ ...mechanism, ...over }] });
  const calendar = calendarOf(sample);
  const plan = planPeriod(sample, 'mechanism', `2020-11-30-${stage}`);
  const now = calendar.at(`2020-11-${day}`, time);
  const ladder = ladderOf(sample, 'members');
  return openStage(plan, { calendar, ladder, now, isConsultation: stage === 'consult' });
};

describe('a stage that opens early', () => {
  it('is asked for at once, is reminded of from the next day on, and keeps its due time', () => {
    const period = opened('consult', 16, '10:20'); // planned for 19/11, 08:00
    expect(stepsOf(notice, period).slice(0, 4)).toEqual([
      'prompt 2020-11-16 10:20',
      'remind-1 2020-11-24 08:00',
      'due 2020-11-25 00:00',
      'close 2020-12-02 17:00',
    ]);
    expect(period.opensAt).toBe('2020-11-16T03:20:00.000Z');
    expect(period.notes).toContainEqual({
      code: 'opened-early',
      from: '2020-11-19T01:00:00.000Z',
      movedTo: '2020-11-16T03:20:00.000Z',
    });
  });

  it('is asked for in office hours where it opens outside them', () => {
    const period = opened('submit', 21, '20:00'); // a Saturday evening
    expect(period.opensAt).toBe('2020-11-21T13:00:00.000Z');
    expect(stepsOf(notice, period)[0]).toBe('prompt 2020-11-23 07:30');
    expect(period.tracks[0]?.lastDay).toBe('2020-11-29');
  });
});

describe('a consultation that waited for its draft', () => {
  it('keeps its due time where two working days are left', () => {
    const period = opened('consult', 20, '09:00');
    expect(stepsOf(notice, period).slice(0, 3)).toEqual([
      'prompt 2020-11-20 09:00',
      'remind-1 2020-11-24 08:00',
      'due 2020-11-25 00:00',
    ]);
    expect(period.notes).toEqual([
      {
        code: 'opened-late',
        from: '2020-11-19T01:00:00.000Z',
        movedTo: '2020-11-20T02:00:00.000Z',
      },
    ]);
  });

  it('gets two working days more where fewer are left, and its reminder with them', () => {
    const period = opened('consult', 26, '16:00'); // a Thursday, two days after its due day
    expect(stepsOf(notice, period)).toEqual([
      'prompt 2020-11-26 16:00',
      'remind-1 2020-11-30 08:00',
      'due 2020-12-01 00:00',
      'close 2020-12-08 17:00',
    ]);
    expect(period).toMatchObject({ dueAt: '2020-11-30T17:00:00.000Z' });
    expect(period.tracks[0]).toMatchObject({ neverLate: true, lockAt: null });
    expect(period.notes).toContainEqual({
      code: 'due-after-late-opening',
      day: '2020-11-24',
      movedTo: '2020-11-30',
    });
  });
});

describe('any other stage', () => {
  it('keeps its plan where it opens late or at its time', () => {
    const plan = planPeriod(notice, 'mechanism', '2020-11-30-submit');
    expect(opened('submit', 28, '09:00')).toEqual(plan);
    expect(opened('submit', 27, '07:30')).toEqual(plan);
  });

  it('stays never late where it is optional', () => {
    const period = opened('submit', 16, '10:20', { optional: true });
    expect(period.tracks[0]).toMatchObject({ neverLate: true, lockAt: null });
  });
});
