import { describe, expect, it } from 'vitest';
import { planPeriod, planProcess } from '../../../domain/plan/planProcess.ts';
import { local, reports, sampleNotice, stepsOf } from './sampleNotice.ts';

const notice = sampleNotice();
const period = (key: string) => planPeriod(notice, 'reports', key);

describe('a cycle of reports', () => {
  it('has 52 periods from the meeting to the end of 2022', () => {
    const periods = planProcess(notice, 'reports');
    expect(periods).toHaveLength(52);
    expect(periods[0]?.key).toBe('2020-11-14');
    expect(periods[51]?.key).toBe('2022-12-28');
  });

  it('stays due on a Saturday and locks on the first working morning after', () => {
    const planned = period('2020-11-28');
    expect(stepsOf(notice, planned)).toEqual([
      'prompt 2020-11-25 08:00',
      'remind-1 2020-11-27 08:00',
      'due 2020-11-29 00:00',
      'overdue 2020-11-30 07:30',
      'lock 2020-11-30 11:00',
      'rung-deputy 2020-11-30 11:00',
      'rung-chair 2020-12-01 11:00',
      'close 2020-12-07 17:00',
    ]);
    expect(planned.tracks[0]?.lastDay).toBe('2020-11-28');
    expect(planned.notes).toEqual([
      { code: 'kept-on-day-off', day: '2020-11-28', name: 'weekend' },
    ]);
  });

  it('asks the office for its certificate by the lock, with rungs of its own', () => {
    const planned = period('2020-11-28');
    expect(stepsOf(notice, planned, 'certificate')).toEqual([
      'prompt 2020-11-30 07:45',
      'due 2020-11-30 11:00',
      'lock 2020-11-30 11:00',
      'rung-third-deputy 2020-12-01 11:00',
      'rung-chair 2020-12-02 11:00',
      'close 2020-12-08 17:00',
    ]);
    expect(planned.tracks[1]).toMatchObject({
      deliverable: 'certificate',
      parties: ['office'],
      lastDay: '2020-11-30',
      outline: null,
    });
    expect(local(notice, planned.closesAt)).toBe('2020-12-08 17:00');
  });

  it('is owed by every member and by a subcommittee through the post of its head', () => {
    expect(period('2020-11-28').tracks[0]?.parties).toEqual([
      'first',
      'second',
      'third',
      'land',
      'culture',
      'vacant-post',
      'culture-subcommittee',
    ]);
  });

  it('makes the period three days after the meeting a trial: prompted at the start, never locked', () => {
    const planned = period('2020-11-14');
    expect(planned).toMatchObject({ trial: true, beforeStart: false, ordinal: 0 });
    expect(stepsOf(notice, planned)).toEqual([
      'prompt 2020-11-11 14:00',
      'remind-1 2020-11-13 08:00',
      'due 2020-11-15 00:00',
      'overdue 2020-11-16 07:30',
      'close 2020-11-23 17:00',
    ]);
    expect(planned.tracks).toHaveLength(1);
    expect(planned.tracks[0]?.lockAt).toBeNull();
    expect(planned.notes).toContainEqual({ code: 'trial', startsAt: '2020-11-11T07:00:00.000Z' });
    expect(planned.tracks[0]?.steps[0]?.notes).toEqual([
      {
        code: 'compressed-to-start',
        from: '2020-11-11T01:00:00.000Z',
        movedTo: '2020-11-11T07:00:00.000Z',
      },
    ]);
  });

  it('prompts a trial when the office opens next where the start is in the evening', () => {
    const evening = sampleNotice({ start: { on: '2020-11-11', at: '20:00' } });
    expect(stepsOf(evening, planPeriod(evening, 'reports', '2020-11-14')).slice(0, 2)).toEqual([
      'prompt 2020-11-12 07:30',
      'remind-1 2020-11-13 08:00',
    ]);
  });

  it('counts the periods that are neither trial nor before the start', () => {
    const ordinals = planProcess(notice, 'reports').map(({ ordinal }) => ordinal);
    expect(ordinals.slice(0, 3)).toEqual([0, 1, 2]);
    expect(ordinals[51]).toBe(51);
  });

  it('records periods that were due before a later real start, without steps', () => {
    const startsAt = '2020-12-20T03:00:00.000Z';
    const states = planProcess(notice, 'reports', { startsAt, to: '2021-01-14' });
    expect(
      states.map(({ key, beforeStart, trial, ordinal }) => [key, beforeStart, trial, ordinal]),
    ).toEqual([
      ['2020-11-14', true, false, 0],
      ['2020-11-28', true, false, 0],
      ['2020-12-14', true, false, 0],
      ['2020-12-28', false, false, 1],
      ['2021-01-14', false, false, 2],
    ]);
    expect(states[0]?.tracks).toMatchObject([{ steps: [], lockAt: null }]);
    expect(states[0]?.tracks[0]?.parties).toHaveLength(7);
    expect(states[0]?.notes).toContainEqual({ code: 'before-start', startsAt });
  });

  it('opens as early as its file says', () => {
    const opens = { workingDays: -5, at: '07:30' };
    const early = sampleNotice({ processes: [{ ...reports, opens }] });
    expect(local(early, planPeriod(early, 'reports', '2020-11-28').opensAt)).toBe(
      '2020-11-23 07:30',
    );
  });

  it('has no certificate where the file asks for none', () => {
    const { certification: _, ...plain } = reports;
    const without = sampleNotice({ processes: [plain] });
    expect(planPeriod(without, 'reports', '2020-11-28').tracks.map(({ key }) => key)).toEqual([
      'main',
    ]);
  });

  it('refuses a key that is none of its days', () => {
    expect(() => period('2020-11-15')).toThrow('the process reports has no period 2020-11-15');
    expect(() => planPeriod(notice, 'nowhere', '2020-11-14')).toThrow('no process nowhere');
  });
});

describe('reports around Tết', () => {
  it('prompts before the quiet period, keeps the due day and takes up the rest after it', () => {
    const planned = period('2021-02-14');
    expect(stepsOf(notice, planned)).toEqual([
      'prompt 2021-02-04 08:00',
      'due 2021-02-15 00:00',
      'overdue 2021-02-19 07:30',
      'lock 2021-02-19 11:00',
      'rung-deputy 2021-02-19 11:00',
      'rung-chair 2021-02-22 11:00',
      'close 2021-02-24 17:00',
    ]);
    expect(stepsOf(notice, planned, 'certificate').slice(0, 2)).toEqual([
      'prompt 2021-02-19 07:45',
      'due 2021-02-19 11:00',
    ]);
  });

  it('says why the prompt is early and that the reminder was dropped', () => {
    const [main] = period('2021-02-14').tracks;
    const quiet = { name: 'Tết', from: '2021-02-05', to: '2021-02-18' };
    expect(main?.steps[0]?.notes).toEqual([
      { code: 'quiet-period', ...quiet, movedTo: '2021-02-04' },
    ]);
    expect(main?.notes).toContainEqual({ code: 'dropped-in-quiet-period', ...quiet });
  });

  it('is a trial where the follow-up starts after the early prompt', () => {
    const startsAt = '2021-02-08T01:00:00.000Z';
    const planned = planPeriod(notice, 'reports', '2021-02-14', { startsAt });
    expect(planned.trial).toBe(true);
    expect(planned.tracks[0]?.steps.map(({ kind }) => kind)).toEqual(['due', 'overdue', 'close']);
  });
});

describe('letters and office hours', () => {
  const early = {
    id: 'early',
    prompt: { workingDays: -3, at: '05:00' },
    reminders: [{ workingDays: 0, at: '20:00' }],
    overdueNotice: { workingDays: 1, at: '06:00' },
    lock: { workingDays: 1, at: '11:00' },
    rungs: [],
  };

  it('defers letters to the opening, and a late reminder to the last opening before the due time', () => {
    const deferred = sampleNotice({
      ladders: [early],
      processes: [{ ...reports, ladder: 'early' }],
    });
    expect(stepsOf(deferred, planPeriod(deferred, 'reports', '2020-11-28')).slice(0, 4)).toEqual([
      'prompt 2020-11-25 07:30',
      'remind-1 2020-11-27 07:30',
      'due 2020-11-29 00:00',
      'overdue 2020-11-30 07:30',
    ]);
  });

  it('sends at any hour where the ladder says so', () => {
    const anyHour = sampleNotice({
      ladders: [{ ...early, letters: 'any-hour' }],
      processes: [{ ...reports, ladder: 'early' }],
    });
    expect(stepsOf(anyHour, planPeriod(anyHour, 'reports', '2020-11-28')).slice(0, 4)).toEqual([
      'prompt 2020-11-25 05:00',
      'remind-1 2020-11-27 20:00',
      'due 2020-11-29 00:00',
      'overdue 2020-11-30 06:00',
    ]);
  });
});
