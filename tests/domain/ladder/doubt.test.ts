import { describe, expect, it } from 'vitest';
import {
  DOUBTS,
  type Doubt,
  doubts,
  mayClimb,
  type SilenceFacts,
} from '../../../domain/ladder/doubt.ts';

const sure: SilenceFacts = {
  promptedAt: '2020-11-25T01:00:05.000Z',
  promptDueBy: '2020-11-25T01:30:00.000Z',
  promptState: 'sent',
  hasAddress: true,
  vacant: false,
  trial: false,
  paused: false,
  certified: true,
};

describe('doubts before a finding', () => {
  it('has none where the prompt went out in time and the book is certified', () => {
    expect(doubts(sure)).toEqual([]);
    expect(doubts({ ...sure, certified: null })).toEqual([]);
  });

  it.each([
    ['trial', { trial: true }],
    ['paused', { paused: true }],
    ['vacant', { vacant: true }],
    ['no-address', { hasAddress: false }],
    ['outline-late', { promptedAt: '2020-11-25T02:00:00.000Z' }],
    ['not-certified', { certified: false }],
  ] as const)('says %s', (doubt, facts) => {
    expect(doubts({ ...sure, ...facts })).toEqual([doubt]);
  });

  it.each(['bounced', 'failed', 'uncertain', 'stopped'] as const)(
    'counts a %s prompt as not delivered',
    (promptState) => {
      expect(doubts({ ...sure, promptState })).toEqual(['not-delivered']);
    },
  );

  it.each([null, 'queued', 'sending'] as const)(
    'counts a prompt that never left (%s) as a late outline',
    (promptState) => {
      expect(doubts({ ...sure, promptedAt: null, promptState })).toEqual(['outline-late']);
    },
  );

  it('says of a vacant post only that: its letters went to the office', () => {
    const facts = { vacant: true, hasAddress: false, promptedAt: null, promptState: null };
    expect(doubts({ ...sure, ...facts })).toEqual(['vacant']);
  });

  it('lists every doubt in one order', () => {
    const facts = { certified: false, promptState: 'bounced', trial: true } as const;
    expect(doubts({ ...sure, ...facts })).toEqual(['trial', 'not-delivered', 'not-certified']);
  });
});

describe('what climbs', () => {
  const withheld = (...why: Doubt[]) => ({ state: 'withheld', doubts: why }) as const;

  it('is silence that is on record, or that no lock judges', () => {
    expect(mayClimb({ state: 'recorded', doubts: [] }, false)).toBe(true);
    expect(mayClimb({ state: 'released', doubts: [] }, false)).toBe(true);
    expect(mayClimb(null, false)).toBe(true);
  });

  it('is not what was reversed, nor where the engine doubts itself', () => {
    expect(mayClimb({ state: 'reversed', doubts: [] }, true)).toBe(false);
    for (const doubt of DOUBTS.filter((one) => one !== 'outline-late')) {
      expect(mayClimb(withheld(doubt), true)).toBe(false);
      expect(mayClimb(withheld('outline-late', doubt), true)).toBe(false);
    }
  });

  it('is silence about an outline that waited for the guidance, and not about one that was late otherwise', () => {
    expect(mayClimb(withheld('outline-late'), true)).toBe(true);
    expect(mayClimb(withheld('outline-late'), false)).toBe(false);
  });
});
