import { describe, expect, it } from 'vitest';
import type { PlannedTrack } from '../../../contracts/plan.ts';
import { extendTrack } from '../../../domain/ladder/extend.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { ladderOf } from '../../../domain/plan/planContext.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { local, sampleNotice } from '../plan/sampleNotice.ts';

const notice = sampleNotice();
const context = (now: string) => ({
  calendar: calendarOf(notice),
  ladder: ladderOf(notice, 'members'),
  now,
});
function track(key: string): PlannedTrack {
  const [main] = planPeriod(notice, 'reports', key).tracks;
  if (main === undefined) throw new Error('a period has a main track');
  return main;
}
const steps = ({ steps: all }: PlannedTrack) =>
  all.map(({ key, at }) => `${key} ${local(notice, at)}`);

describe('an extension', () => {
  const now = '2020-11-27T03:00:00.000Z';

  it('has the ladder of its own due day, without a second prompt', () => {
    const extended = extendTrack(
      track('2020-11-28'),
      { date: '2020-12-03', boundary: 'by' },
      context(now),
    );
    expect(steps(extended)).toEqual([
      'remind-1 2020-12-03 08:00',
      'due 2020-12-04 00:00',
      'overdue 2020-12-04 07:30',
      'lock 2020-12-04 11:00',
      'rung-deputy 2020-12-04 11:00',
      'rung-chair 2020-12-07 11:00',
      'close 2020-12-11 17:00',
    ]);
    expect(extended).toMatchObject({ lastDay: '2020-12-03', parties: track('2020-11-28').parties });
    expect(local(notice, extended.lockAt)).toBe('2020-12-04 11:00');
  });

  it('ends at the hour that the decision names, and "before" a day with the day before', () => {
    const due = (boundary: 'before' | 'by', time?: string) =>
      extendTrack(track('2020-11-28'), { date: '2020-12-03', boundary, time }, context(now));
    expect(local(notice, due('by', '15:00').dueAt)).toBe('2020-12-03 15:00');
    expect(due('before').lastDay).toBe('2020-12-02');
  });

  it('leaves out reminders whose time is past', () => {
    const onTheDay = context('2020-12-03T02:00:00.000Z'); // 09:00
    const extended = extendTrack(
      track('2020-11-28'),
      { date: '2020-12-03', boundary: 'by', time: '17:00' },
      onTheDay,
    );
    expect(steps(extended)[0]).toBe('due 2020-12-03 17:00');
  });

  it('stays on a day off that was decided on, and says so', () => {
    const extended = extendTrack(
      track('2020-11-28'),
      { date: '2020-12-05', boundary: 'by' },
      context(now),
    );
    expect(extended.lastDay).toBe('2020-12-05');
    expect(extended.notes).toEqual([
      { code: 'kept-on-day-off', day: '2020-12-05', name: 'weekend' },
    ]);
  });

  it('is refused where the new due time is not after now', () => {
    const late = context('2020-12-03T17:00:00.000Z'); // the very end of the new last day
    expect(() =>
      extendTrack(track('2020-11-28'), { date: '2020-12-03', boundary: 'by' }, late),
    ).toThrow('choose a later day');
  });

  it('locks nothing where nothing was locked', () => {
    const extended = extendTrack(
      track('2020-11-14'),
      { date: '2020-11-20', boundary: 'by' },
      context('2020-11-13T03:00:00.000Z'),
    );
    expect(extended.lockAt).toBeNull();
    expect(extended.steps.map(({ kind }) => kind)).not.toContain('lock');
  });
});
