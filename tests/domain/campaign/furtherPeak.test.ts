import { describe, expect, it } from 'vitest';
import { furtherPeak } from '../../../domain/campaign/furtherPeak.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { campaignNotice, PEAK } from '../../support/campaign.ts';

const notice = campaignNotice('k-plan');
const NOW = '2021-01-06T02:00:00.000Z';
const december = { id: '2020-1', from: '2020-12-14', to: '2020-12-20', state: 'missed' } as const;
const march = { id: '2021-1', from: '2021-03-08', to: '2021-03-14', state: 'planned' } as const;
const wanted = {
  from: '2021-01-18',
  to: '2021-01-24',
  call: '2021-01-11',
  returnsDue: '2021-01-29',
};
type Peaks = Parameters<typeof furtherPeak>[0]['peaks'];
const add = (over: Partial<typeof wanted> = {}, peaks: Peaks = [december, march], now = NOW) =>
  furtherPeak({
    notice,
    processId: 'cleanup',
    options: {},
    peaks,
    wanted: { ...wanted, ...over },
    now,
  });

describe('a peak that is added', () => {
  it('is planned as the file’s own: called, followed, locked and climbed by the same ladder', () => {
    const period = add();
    expect(period).toMatchObject({
      key: '2021-01-29-2021-added-1',
      trial: false,
      ordinal: 3, // after the document and December's, so that nothing of it waits as in the first periods
      peak: { id: '2021-added-1', year: 2021, from: '2021-01-18', to: '2021-01-24' },
    });
    const kinds = (steps: { kind: string }[] | undefined) => steps?.map(({ kind }) => kind);
    const own = planPeriod(notice, 'cleanup', PEAK);
    expect(kinds(period.tracks[0]?.steps)).toEqual(kinds(own.tracks[0]?.steps));
    expect(period.tracks[0]?.parties).toEqual(own.tracks[0]?.parties);
    expect(period.tracks[0]?.steps[0]).toMatchObject({
      kind: 'prompt',
      at: '2021-01-11T01:00:00.000Z',
    });
  });

  it('gets an id of its own beside others that were added in the year', () => {
    const first = {
      id: '2021-added-1',
      from: '2021-04-05',
      to: '2021-04-11',
      state: 'open',
    } as const;
    expect(add({}, [december, first]).key).toBe('2021-01-29-2021-added-2');
  });

  it.each([
    ['a peak before its call', { call: '2021-01-19' }, '/from'],
    ['an end before the beginning', { to: '2021-01-17' }, '/to'],
    ['returns before the end', { returnsDue: '2021-01-23' }, '/returnsDue'],
    ['returns after the notice has ended', { returnsDue: '2021-12-03' }, '/returnsDue'],
    ['a call that has passed', { call: '2021-01-05' }, '/call'],
    [
      'days on which another peak is held',
      { from: '2021-03-14', to: '2021-03-20', returnsDue: '2021-03-26' },
      '/from',
    ],
  ])('refuses %s', (_what, over, pointer) => {
    expect(() => add(over)).toThrow(expect.objectContaining({ failure: 'Invalid', pointer }));
  });

  it('may take the days of one that was cancelled', () => {
    const cancelled = { ...march, state: 'cancelled' } as const;
    const over = { from: '2021-03-08', to: '2021-03-14', returnsDue: '2021-03-19' };
    expect(add(over, [december, cancelled]).peak?.from).toBe('2021-03-08');
  });

  it('refuses a call on the morning that is already over', () => {
    expect(() => add({ call: '2021-01-06' })).toThrow(
      expect.objectContaining({ pointer: '/call' }),
    );
    const early = '2021-01-06T00:30:00.000Z'; // half past seven, the call goes at eight
    expect(add({ call: '2021-01-06' }, [december, march], early).peak?.year).toBe(2021);
  });
});
