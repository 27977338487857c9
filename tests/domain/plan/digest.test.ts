import { describe, expect, it } from 'vitest';
import { planPeriod, planProcess } from '../../../domain/plan/planProcess.ts';
import { digest, local, reports, sampleNotice, stepsOf } from './sampleNotice.ts';

const notice = sampleNotice();
const period = (key: string) => planPeriod(notice, 'digest', key);
const dueAndDraft = (key: string) =>
  stepsOf(notice, period(key)).filter((step) => step.startsWith('due') || step.startsWith('draft'));

describe('the digest of the 16th and 30th', () => {
  it('has 52 periods, none of them a trial', () => {
    const periods = planProcess(notice, 'digest');
    expect(periods).toHaveLength(52);
    expect(periods.filter(({ trial }) => trial)).toEqual([]);
    expect(periods[51]?.ordinal).toBe(52);
  });

  it('is drafted at 13:00, after the lock of the reports it draws on, and due at 17:00', () => {
    expect(stepsOf(notice, period('2020-11-30'))).toEqual([
      'prompt 2020-11-30 13:00',
      'draft 2020-11-30 13:00',
      'due 2020-11-30 17:00',
      'lock 2020-12-01 09:00',
      'rung-third-deputy 2020-12-01 09:00',
      'rung-chair 2020-12-02 09:00',
      'close 2020-12-08 17:00',
    ]);
  });

  it('takes the last of February for the 30th and rolls it from Sunday to Monday', () => {
    expect(dueAndDraft('2021-02-28')).toEqual(['draft 2021-03-01 13:00', 'due 2021-03-01 17:00']);
    const [lockOfReports] = planPeriod(notice, 'reports', '2021-02-28').tracks;
    expect(local(notice, lockOfReports?.lockAt)).toBe('2021-03-01 11:00');
    expect(period('2021-02-28').notes).toEqual([
      { code: 'month-end', day: '2021-02-28', wanted: 30 },
      { code: 'day-off', day: '2021-02-28', name: 'weekend', movedTo: '2021-03-01' },
    ]);
  });

  it('moves from Reunification Day to the next working day', () => {
    expect(dueAndDraft('2021-04-30')).toEqual(['draft 2021-05-04 13:00', 'due 2021-05-04 17:00']);
  });

  it('moves out of the quiet period around Tết with the lock of its reports', () => {
    expect(dueAndDraft('2021-02-16')).toEqual(['draft 2021-02-19 13:00', 'due 2021-02-19 17:00']);
    expect(period('2021-02-16').notes).toContainEqual({
      code: 'quiet-period',
      name: 'Tết',
      from: '2021-02-05',
      to: '2021-02-18',
      movedTo: '2021-02-19',
    });
  });

  it('is drafted at the lock where reports lock after the cut-off, and only then asked for', () => {
    const late = {
      id: 'late',
      prompt: { workingDays: -3, at: '08:00' },
      lock: { workingDays: 1, at: '15:00' },
      rungs: [],
    };
    const changed = sampleNotice({
      ladders: [late],
      processes: [{ ...reports, ladder: 'late' }, digest],
    });
    const planned = planPeriod(changed, 'digest', '2020-11-30');
    expect(stepsOf(changed, planned).slice(0, 3)).toEqual([
      'prompt 2020-11-30 15:00',
      'draft 2020-11-30 15:00',
      'due 2020-11-30 17:00',
    ]);
    expect(planned.tracks[0]?.steps[1]?.notes).toEqual([
      { code: 'after-reports-locked', process: 'reports', movedTo: '2020-11-30T08:00:00.000Z' },
    ]);
  });

  it('moves to the next working day where reports lock after its due time', () => {
    const later = {
      id: 'later',
      prompt: { workingDays: -3, at: '08:00' },
      lock: { workingDays: 1, at: '17:30' },
      rungs: [],
    };
    const changed = sampleNotice({
      ladders: [later],
      processes: [{ ...reports, ladder: 'later' }, digest],
    });
    const planned = planPeriod(changed, 'digest', '2020-11-30');
    expect(local(changed, planned.dueAt)).toBe('2020-12-01 17:00');
    expect(planned.notes).toEqual([
      { code: 'after-reports-locked', process: 'reports', movedTo: '2020-12-01T10:00:00.000Z' },
    ]);
  });

  it('waits for reports of its own nominal day too', () => {
    const sameDay = { ...reports, recurrence: { every: 'month', days: [16, 30] } };
    const changed = sampleNotice({ processes: [sameDay, digest] });
    const planned = planPeriod(changed, 'digest', '2020-11-30');
    expect(local(changed, planned.dueAt)).toBe('2020-12-01 17:00'); // reports lock on 1/12 at 11:00
  });

  it('opens with its draft where that comes before the prompt', () => {
    const early = { ...digest, drawsOn: { process: 'reports', cutOff: '11:30' } };
    const changed = sampleNotice({ processes: [reports, early] });
    const planned = planPeriod(changed, 'digest', '2020-11-30');
    expect(local(changed, planned.opensAt)).toBe('2020-11-30 11:30');
  });

  it('refuses cycles that draw on each other in a circle', () => {
    const a = { ...digest, id: 'a', drawsOn: { process: 'b', cutOff: '13:00' } };
    const b = { ...digest, id: 'b', drawsOn: { process: 'a', cutOff: '13:00' } };
    const circle = sampleNotice({ processes: [a, b] });
    expect(() => planProcess(circle, 'a')).toThrow('a -> b -> a');
  });

  it('refuses to draw on what is no reporting cycle', () => {
    const inside = { checkIn: { inside: 'reports' }, lead: 'land', to: 'chair' };
    const programme = { id: 'p', kind: 'programme', title: 'P', asks: 'p', ...inside };
    const wrong = { ...digest, drawsOn: { process: 'p', cutOff: '13:00' } };
    const changed = sampleNotice({ processes: [reports, programme, wrong] });
    expect(() => planProcess(changed, 'digest')).toThrow('p is a programme');
  });
});
