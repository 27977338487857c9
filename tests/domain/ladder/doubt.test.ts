import { describe, expect, it } from 'vitest';
import { doubts, type SilenceFacts } from '../../../domain/ladder/doubt.ts';

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
