import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeld, returnsNeeded } from '../../../domain/campaign/isHeld.ts';
import { type Peak, stillLacking, yearsOfPeaks } from '../../../domain/campaign/yearsOfPeaks.ts';

/** Clause 6: one peak in December 2020, three in 2021, three in 2022. */
const QUOTA = [
  { year: 2020, peaks: 1 },
  { year: 2021, peaks: 3 },
  { year: 2022, peaks: 3 },
];
const peaks = (...all: [year: number, state: Peak['state']][]) =>
  all.map(([year, state]) => ({ year, state }));

describe('whether a peak counts', () => {
  it('asks for its share of returns, late ones too: 31 of 34 at nine tenths', () => {
    expect(isHeld({ owed: 34, returned: 30 }, 0.9)).toBe(false);
    expect(isHeld({ owed: 34, returned: 31 }, 0.9)).toBe(true);
    expect(isHeld({ owed: 10, returned: 9 }, 0.9)).toBe(true);
    expect(isHeld({ owed: 34, returned: 33 }, 1)).toBe(false);
  });

  it('is not told from nothing: 0 of 0 is not 100 %', () => {
    expect(isHeld({ owed: 0, returned: 0 }, 0.5)).toBe(false);
  });

  it('needs the least number of returns that is enough', () => {
    expect(returnsNeeded(34, 0.9)).toBe(31);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (owed, countsFrom) => {
          const needed = returnsNeeded(owed, countsFrom);
          expect(isHeld({ owed, returned: needed }, countsFrom)).toBe(true);
          if (needed > 1) expect(isHeld({ owed, returned: needed - 1 }, countsFrom)).toBe(false);
        },
      ),
    );
  });
});

describe('the quotas of a campaign', () => {
  it('lack a missed peak in its own year while that runs', () => {
    const [in2020] = yearsOfPeaks(QUOTA, peaks([2020, 'missed']), 2020);
    expect(in2020).toEqual({
      year: 2020,
      quota: 1,
      carriedIn: 0,
      counted: 0,
      missed: 1,
      ahead: 0,
      lacking: 1,
      carriedOut: 0,
    });
  });

  it('carry what lacks at the end of a year into the next', () => {
    const years = yearsOfPeaks(
      QUOTA,
      peaks([2020, 'missed'], [2021, 'counted'], [2021, 'planned'], [2021, 'open']),
      2021,
    );
    expect(years[0]).toMatchObject({ year: 2020, lacking: 1, carriedOut: 1 });
    expect(years[1]).toMatchObject({
      year: 2021,
      quota: 3,
      carriedIn: 1,
      counted: 1,
      ahead: 2,
      lacking: 1,
      carriedOut: 0,
    });
  });

  it('are met again by a peak that is added, in the year in which it lies', () => {
    const added = peaks([2020, 'missed'], ...Array(4).fill([2021, 'planned']), [2021, 'missed']);
    const [, in2021] = yearsOfPeaks(QUOTA, added, 2021);
    expect(in2021).toMatchObject({ carriedIn: 1, ahead: 4, missed: 1, lacking: 0 });
  });

  it('carry nothing of a year that held more than was asked', () => {
    const years = yearsOfPeaks(QUOTA, peaks([2020, 'counted'], [2020, 'counted']), 2021);
    expect(years[1]).toMatchObject({ carriedIn: 0, lacking: 3 });
  });

  it('keep what lacks at the end of the last year: there is none to carry it into', () => {
    const held = Array(4).fill([2021, 'counted']);
    const years = yearsOfPeaks(QUOTA, peaks([2020, 'missed'], ...held, [2022, 'counted']), 2023);
    expect(years[2]).toMatchObject({ year: 2022, carriedIn: 0, lacking: 2, carriedOut: 0 });
    expect(stillLacking(years, 2023)).toBe(2);
  });

  it('leave one that is still being followed out of what lacks, whatever year it is by now', () => {
    const years = yearsOfPeaks(QUOTA, peaks([2020, 'open']), 2021);
    expect(years[0]).toMatchObject({ ahead: 1, lacking: 0, carriedOut: 0 });
  });

  it('never lose a peak: what was asked is counted, ahead, or lacking, unless more was held', () => {
    const state = fc.constantFrom<Peak['state']>(
      'planned',
      'open',
      'counted',
      'missed',
      'cancelled',
    );
    const peak = fc.record({ year: fc.integer({ min: 2020, max: 2022 }), state });
    fc.assert(
      fc.property(
        fc.array(peak, { maxLength: 12 }),
        fc.integer({ min: 2020, max: 2023 }),
        (all, now) => {
          for (const year of yearsOfPeaks(QUOTA, all, now)) {
            const asked = year.quota + year.carriedIn;
            expect(year.lacking).toBe(Math.max(0, asked - year.counted - year.ahead));
            expect([0, year.lacking]).toContain(year.carriedOut);
          }
          const years = yearsOfPeaks(QUOTA, all, now);
          years.slice(1).forEach((year, place) => {
            expect(year.carriedIn).toBe(years[place]?.carriedOut);
          });
        },
      ),
    );
  });
});
