import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rates } from '../../../domain/status/rates.ts';
import { STATUSES } from '../../../domain/status/status.ts';

describe('rates', () => {
  it('has completion over what is open or done, and timeliness over what is done or overdue', () => {
    expect(
      rates({ 'done-on-time': 6, 'done-late': 2, 'open-overdue': 1, 'open-in-time': 1 }),
    ).toEqual({
      owed: 10,
      done: 8,
      onTime: 6,
      late: 2,
      overdue: 1,
      openInTime: 1,
      completion: 0.8,
      timeliness: 6 / 9,
    });
  });

  it('says nothing of nothing: 0 of 0 is not 100 %', () => {
    expect(rates({})).toMatchObject({ completion: null, timeliness: null });
    expect(rates({ excused: 4, trial: 2, 'not-yet-open': 9 })).toMatchObject({
      owed: 0,
      completion: null,
      timeliness: null,
    });
  });

  it('has no timeliness while all is still open in time', () => {
    expect(rates({ 'open-in-time': 3 })).toMatchObject({ completion: 0, timeliness: null });
  });

  it('stays between 0 and 1 and is not moved by what stands apart', () => {
    const counts = fc.record(
      Object.fromEntries(STATUSES.map((status) => [status, fc.nat({ max: 50 })])),
    );
    fc.assert(
      fc.property(counts, (all) => {
        const { completion, timeliness } = rates(all);
        for (const rate of [completion, timeliness]) {
          if (rate !== null) expect(rate >= 0 && rate <= 1).toBe(true);
        }
        expect(rates({ ...all, excused: 0, trial: 0, paused: 0, cancelled: 0 })).toEqual(
          rates(all),
        );
      }),
    );
  });
});
