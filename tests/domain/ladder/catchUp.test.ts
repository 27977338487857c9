import { describe, expect, it } from 'vitest';
import { type CatchUpInput, catchUp, type Outage } from '../../../domain/ladder/catchUp.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { ladderOf } from '../../../domain/plan/planContext.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { local, sampleNotice } from '../plan/sampleNotice.ts';

const notice = sampleNotice();
const [main] = planPeriod(notice, 'reports', '2020-11-28').tracks;
if (main === undefined) throw new Error('a period has a main track');
const track = main;

/** The engine was down over this span and is back now; everything before it was taken when planned. */
function afterOutage(outage: Outage, changes: Partial<CatchUpInput> = {}) {
  const doneAt = Object.fromEntries(
    track.steps.filter(({ at }) => at < outage.from).map(({ key, at }) => [key, at]),
  );
  return catchUp({
    calendar: calendarOf(notice),
    ladder: ladderOf(notice, 'members'),
    track,
    doneAt,
    now: outage.until,
    toleranceMinutes: 30,
    graceWorkingDays: 1,
    outages: [outage],
    ...changes,
  });
}
const keys = (steps: { key: string }[]) => steps.map(({ key }) => key);
const shown = (steps: { key: string; at: string }[]) =>
  steps.map(({ key, at }) => `${key} ${local(notice, at)}`);

describe('after an outage', () => {
  it('does nothing where nothing was missed', () => {
    const calm = afterOutage({
      from: '2020-11-26T02:00:00.000Z',
      until: '2020-11-26T08:00:00.000Z',
    });
    expect(calm).toEqual({
      takeNow: [],
      replaced: [],
      replacesPrompt: false,
      later: [],
      moved: null,
    });
  });

  it('sends a letter as it is where it is late within the tolerance', () => {
    const short = afterOutage({
      from: '2020-11-27T00:55:00.000Z',
      until: '2020-11-27T01:20:00.000Z',
    });
    expect(keys(short.takeNow)).toEqual(['remind-1']);
    expect(short.replaced).toEqual([]);
  });

  it('puts one catch-up letter in the place of the backlog', () => {
    const days = afterOutage({
      from: '2020-11-24T02:00:00.000Z',
      until: '2020-11-27T08:00:00.000Z',
    });
    expect(keys(days.replaced)).toEqual(['prompt', 'remind-1']);
    expect(days.replacesPrompt).toBe(true);
    expect(days.takeNow).toEqual([]);
  });

  it('moves a due time that fell into it to a working day after the recovery', () => {
    // down from Friday evening to Monday 09:00: the due time passed at the weekend
    const { moved, takeNow, replaced } = afterOutage({
      from: '2020-11-27T12:00:00.000Z',
      until: '2020-11-30T02:00:00.000Z',
    });
    expect(moved?.what).toBe('due');
    expect(local(notice, moved?.oldDueAt)).toBe('2020-11-29 00:00');
    expect(local(notice, moved?.oldLockAt)).toBe('2020-11-30 11:00');
    expect(moved?.track.lastDay).toBe('2020-12-01');
    expect(shown(moved?.track.steps ?? [])).toEqual([
      'remind-1 2020-12-01 08:00',
      'due 2020-12-02 00:00',
      'overdue 2020-12-02 07:30',
      'lock 2020-12-02 11:00',
      'rung-deputy 2020-12-02 11:00',
      'rung-chair 2020-12-03 11:00',
      'close 2020-12-09 17:00',
    ]);
    expect(takeNow).toEqual([]);
    expect(keys(replaced)).toEqual(['overdue']);
  });

  it('moves a lock that fell into it, and the rungs behind it, and leaves the due time', () => {
    const { moved, takeNow, replaced } = afterOutage({
      from: '2020-11-30T00:00:00.000Z', // Monday 07:00
      until: '2020-11-30T08:00:00.000Z', // 15:00
    });
    expect(moved?.what).toBe('lock');
    expect(moved?.track.dueAt).toBe(track.dueAt);
    expect(shown(moved?.track.steps ?? [])).toEqual([
      'lock 2020-12-01 11:00',
      'rung-deputy 2020-12-01 11:00',
      'rung-chair 2020-12-02 11:00',
      'close 2020-12-07 17:00',
    ]);
    expect(keys(replaced)).toEqual(['overdue']);
    expect(takeNow).toEqual([]);
  });

  it('moves a due time that fell into the shortest outage: whoever sent then is not late', () => {
    const blink = afterOutage({
      from: '2020-11-28T16:45:00.000Z', // Saturday 23:45
      until: '2020-11-28T17:10:00.000Z', // 00:10
    });
    expect(blink.moved).toMatchObject({ what: 'due', oldDueAt: track.dueAt });
    expect(blink.moved?.track.lastDay).toBe('2020-11-30');
  });

  it('leaves a lock that fell into an outage within the tolerance', () => {
    const blink = afterOutage({
      from: '2020-11-30T03:55:00.000Z',
      until: '2020-11-30T04:10:00.000Z',
    });
    expect(blink.moved).toBeNull();
    expect(keys(blink.takeNow)).toEqual(['lock', 'rung-deputy']);
  });

  it('takes skipped rungs in order, each its own working days after the last', () => {
    // the lock was taken; down from Monday noon, over both rungs, to Wednesday 10:00
    const rungs = afterOutage(
      { from: '2020-11-30T04:00:01.000Z', until: '2020-12-02T03:00:00.000Z' },
      {
        doneAt: Object.fromEntries(
          track.steps
            .filter(({ kind }) => kind !== 'rung' && kind !== 'close')
            .map((step) => [step.key, step.at]),
        ),
      },
    );
    expect(keys(rungs.takeNow)).toEqual(['rung-deputy']);
    expect(shown(rungs.later)).toEqual(['rung-chair 2020-12-03 10:00']);
    expect(rungs.moved).toBeNull();
  });

  it('closes later where a rung now comes after the planned close', () => {
    const long = afterOutage(
      { from: '2020-11-30T04:00:01.000Z', until: '2020-12-08T03:00:00.000Z' },
      {
        doneAt: Object.fromEntries(
          track.steps
            .filter(({ kind }) => kind !== 'rung' && kind !== 'close')
            .map((step) => [step.key, step.at]),
        ),
      },
    );
    expect(keys(long.takeNow)).toEqual(['rung-deputy']);
    expect(shown(long.later)).toEqual(['rung-chair 2020-12-09 10:00', 'close 2020-12-10 17:00']);
  });

  it('closes a trial that nothing climbs from', () => {
    const [trial] = planPeriod(notice, 'reports', '2020-11-14').tracks;
    if (trial === undefined) throw new Error('a trial has a main track');
    const doneAt = Object.fromEntries(
      trial.steps.filter(({ kind }) => kind !== 'close').map((step) => [step.key, step.at]),
    );
    const closed = afterOutage(
      { from: '2020-11-23T09:00:00.000Z', until: '2020-11-24T03:00:00.000Z' },
      { track: trial, doneAt },
    );
    expect(keys(closed.takeNow)).toEqual(['close']);
    expect(closed.later).toEqual([]);
  });
});
