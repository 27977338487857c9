import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outcome, proposalFor, streaks } from '../../../domain/ladder/streaks.ts';
import { sampleNotice } from '../plan/sampleNotice.ts';

type Kind = Exclude<Outcome['kind'], 'hand-over'>;
const on = (day: number, kind: Kind): Outcome => ({
  kind,
  dueDay: `2021-01-${String(day).padStart(2, '0')}`,
});
const inARow = (...outcomes: Outcome[]) => streaks(outcomes).missesInARow;

describe('misses of a person', () => {
  it('counts those in a row and in total', () => {
    expect(
      streaks([on(1, 'missed'), on(2, 'reported'), on(3, 'missed'), on(4, 'missed')]),
    ).toMatchObject({ missesInARow: 2, missesInAll: 3, missed: [], nothingInARow: 0 });
  });

  it('takes several posts on one due day for one miss', () => {
    expect(streaks([on(1, 'missed'), on(1, 'missed'), on(2, 'missed')])).toMatchObject({
      missesInARow: 2,
      missesInAll: 2,
      missed: [],
      nothingInARow: 0,
    });
  });

  it('counts a due day as missed where one of several posts was', () => {
    expect(inARow(on(1, 'reported'), on(1, 'missed'))).toBe(1);
    expect(inARow(on(1, 'missed'), on(1, 'reported'))).toBe(1);
  });

  it.each(['excused', 'trial', 'paused', 'withheld'] as const)(
    'neither counts nor breaks a row where it was %s',
    (kind) => {
      expect(inARow(on(1, 'missed'), on(2, kind), on(3, 'missed'))).toBe(2);
      expect(streaks([on(1, kind)]).missesInAll).toBe(0);
    },
  );

  it('breaks a row with a report, and with "nothing to report"', () => {
    expect(inARow(on(1, 'missed'), on(2, 'reported'))).toBe(0);
    expect(inARow(on(1, 'missed'), on(2, 'nothing'))).toBe(0);
  });

  it('starts anew at a hand-over', () => {
    const handOver: Outcome = { kind: 'hand-over' };
    expect(streaks([on(1, 'missed'), on(2, 'missed'), handOver, on(3, 'missed')])).toMatchObject({
      missesInARow: 1,
      missesInAll: 1,
      missed: [],
      nothingInARow: 0,
    });
    expect(inARow(on(1, 'missed'), handOver)).toBe(0);
  });

  it('keeps the row that came last, though a report has ended it', () => {
    const named = (day: number): Outcome => ({
      kind: 'missed',
      dueDay: `2021-01-0${day}`,
      obligationId: `o${day}`,
    });
    const ended = [on(1, 'missed'), on(2, 'reported'), named(3), named(4), on(5, 'reported')];
    expect(streaks(ended)).toMatchObject({
      missesInARow: 0,
      missed: [],
      latestRow: { missesInARow: 2, missed: ['o3', 'o4'] },
    });
    expect(streaks([...ended, named(6)]).latestRow).toEqual({ missesInARow: 1, missed: ['o6'] });
    expect(streaks([...ended, { kind: 'hand-over' }]).latestRow.missed).toEqual([]);
  });

  it('refuses outcomes out of order', () => {
    expect(() => inARow(on(2, 'missed'), on(1, 'missed'))).toThrow('2021-01-01 stands after');
  });

  it('never has more in a row than in all', () => {
    const kinds = ['missed', 'reported', 'nothing', 'excused', 'withheld'] as const;
    const outcomes = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom(...kinds)))
      .map((all) => all.sort(([a], [b]) => a - b).map(([day, kind]) => on(day, kind)));
    fc.assert(
      fc.property(outcomes, (all) => {
        const streak = streaks(all);
        expect(streak.missesInARow).toBeLessThanOrEqual(streak.missesInAll);
        const missedDays = all.filter(({ kind }) => kind === 'missed');
        expect(streak.missesInAll).toBe(
          new Set(missedDays.map((each) => 'dueDay' in each && each.dueDay)).size,
        );
        expect(streak.missesInARow === 0 || streak.nothingInARow === 0).toBe(true);
      }),
    );
  });
});

describe('"nothing to report"', () => {
  it('is counted apart, in a row', () => {
    const nothing = [on(1, 'nothing'), on(2, 'nothing'), on(3, 'excused'), on(4, 'nothing')];
    expect(streaks(nothing).nothingInARow).toBe(3);
    expect(streaks([...nothing, on(5, 'reported')]).nothingInARow).toBe(0);
    expect(streaks([...nothing, on(5, 'missed')]).nothingInARow).toBe(0);
  });

  it('gives way to a report on the same day', () => {
    expect(streaks([on(1, 'nothing'), on(1, 'reported')]).nothingInARow).toBe(0);
  });
});

describe('what the digest proposes', () => {
  const { proposals } = sampleNotice().settings;

  it('is the strictest rule reached', () => {
    expect([0, 1, 2, 3, 4, 9].map((misses) => proposalFor(misses, proposals))).toEqual([
      null,
      'remind',
      'ask-for-explanation',
      'name-at-meeting',
      'refer',
      'refer',
    ]);
  });

  it('does not hang on the order of the rules', () => {
    expect(proposalFor(3, [...proposals].reverse())).toBe('name-at-meeting');
  });
});
