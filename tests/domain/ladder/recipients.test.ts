import { describe, expect, it } from 'vitest';
import type { Rung } from '../../../contracts/notice/index.ts';
import { roundReceiver, rungRecipient, type Standing } from '../../../domain/ladder/recipients.ts';

const above: Record<string, string[]> = {
  member: ['deputy', 'chair'],
  deputy: ['chair'],
  office: ['third', 'chair'],
  third: ['chair'],
  'cluster-head': ['chair'],
  'own-deputy': ['deputy', 'chair'],
  'under-vacant': ['vacant', 'chair'],
  commune: [],
  chair: [],
};
const holders: Record<string, string | null> = {
  'own-deputy': 'deputy',
  vacant: null,
  commune: null,
};
const personOf = (id: string) => (id in holders ? (holders[id] ?? null) : id);
const standing: Standing = {
  chainOf: (id) => above[id] ?? [],
  personOf,
  vacant: (id) => personOf(id) === null,
  fallback: ['office', 'third', 'chair'],
};
const supervisor = (level: number): Rung => ({
  id: `level-${level}`,
  to: { supervisor: level },
  after: { workingDays: 0 },
});
const supervisorOr = (level: number, otherwise: string): Rung => ({
  id: `level-${level}`,
  to: { supervisor: level, otherwise },
  after: { workingDays: 0 },
});
const named = (position: string): Rung => ({
  id: position,
  to: { position },
  after: { workingDays: 0 },
});

describe('whom a rung goes to', () => {
  it('goes to the supervisor so many levels up, or to the post it names', () => {
    expect(rungRecipient('member', supervisor(1), [], standing)).toEqual({
      position: 'deputy',
      why: 'supervisor',
    });
    expect(rungRecipient('member', named('chair'), ['deputy'], standing)).toEqual({
      position: 'chair',
      why: 'named',
    });
  });

  it('lets nobody supervise himself, in whatever capacity', () => {
    expect(rungRecipient('own-deputy', supervisor(1), [], standing)).toEqual({
      position: 'chair',
      why: 'next-up',
    });
    expect(rungRecipient('third', named('third'), [], standing)).toEqual({
      position: 'chair',
      why: 'next-up',
    });
  });

  it('tells a person once for one party', () => {
    expect(rungRecipient('cluster-head', supervisor(1), [], standing)).toEqual({
      position: 'chair',
      why: 'supervisor',
    });
    expect(rungRecipient('cluster-head', named('chair'), ['chair'], standing)).toEqual({
      skip: 'already-told',
    });
  });

  it('knows a person who was told in another post', () => {
    expect(rungRecipient('member', supervisor(1), ['own-deputy'], standing)).toEqual({
      position: 'chair',
      why: 'next-up',
    });
  });

  it('goes to the fallback for a vacant post, and for a unit that nobody has in charge', () => {
    expect(rungRecipient('under-vacant', supervisor(1), [], standing)).toEqual({
      position: 'office',
      why: 'fallback',
    });
    expect(rungRecipient('commune', supervisor(1), [], standing)).toEqual({
      position: 'office',
      why: 'fallback',
    });
  });

  it('keeps the office out of its own fallback', () => {
    const orphan = { ...standing, chainOf: () => [] };
    expect(rungRecipient('office', supervisor(1), [], orphan)).toEqual({
      position: 'third',
      why: 'fallback',
    });
  });

  it('goes down the fallback past those already told', () => {
    expect(rungRecipient('commune', supervisor(2), ['office'], standing)).toEqual({
      position: 'third',
      why: 'fallback',
    });
    expect(rungRecipient('commune', supervisor(2), ['office', 'third', 'chair'], standing)).toEqual(
      { skip: 'already-told' },
    );
  });

  it('skips a level above the top where the top knows already', () => {
    expect(rungRecipient('cluster-head', supervisor(2), ['chair'], standing)).toEqual({
      skip: 'already-told',
    });
    expect(rungRecipient('cluster-head', supervisor(2), [], standing)).toEqual({
      position: 'office',
      why: 'fallback',
    });
  });

  it('finds nobody only where the whole fallback is vacant or the party itself', () => {
    const bare = { ...standing, fallback: ['vacant', 'commune'] };
    expect(rungRecipient('commune', supervisor(1), [], bare)).toEqual({ skip: 'nobody' });
  });

  it('goes to the position named otherwise while the party has no supervisor at that level', () => {
    const rung = supervisorOr(1, 'third');
    expect(rungRecipient('commune', rung, [], standing)).toEqual({
      position: 'third',
      why: 'named',
    });
    expect(rungRecipient('commune', rung, ['third'], standing)).toEqual({
      position: 'chair',
      why: 'next-up',
    });
    expect(rungRecipient('third', supervisorOr(2, 'third'), [], standing)).toEqual({
      position: 'chair',
      why: 'next-up',
    });
  });

  it('goes to the supervisor as soon as there is one, and a vacant post goes to the fallback all the same', () => {
    expect(rungRecipient('member', supervisorOr(1, 'third'), [], standing)).toEqual({
      position: 'deputy',
      why: 'supervisor',
    });
    expect(rungRecipient('under-vacant', supervisorOr(1, 'third'), [], standing)).toEqual({
      position: 'office',
      why: 'fallback',
    });
  });
});

describe('whom the daily round tells', () => {
  const round = (over: { unreachable?: string[]; holds?: Record<string, string | null> } = {}) => {
    const { unreachable = [], holds = {} } = over;
    return {
      ...standing,
      personOf: (id: string) => (id in holds ? (holds[id] ?? null) : personOf(id)),
      canReach: (person: string) => !unreachable.includes(person),
    };
  };
  const member = { partyId: 'member', personId: 'member' };

  it('tells the holder of the post, or the fallback where no mail reaches it', () => {
    expect(roundReceiver(member, 'deputy', round())).toBe('deputy');
    expect(roundReceiver(member, 'deputy', round({ unreachable: ['deputy'] }))).toBe('office');
    expect(roundReceiver(member, 'deputy', round({ holds: { deputy: null } }))).toBe('office');
  });

  it('never tells somebody about himself: not the silent who has risen since, not the office', () => {
    const risen = round({ holds: { deputy: 'member' } });
    expect(roundReceiver(member, 'deputy', risen)).toBe('chair');
    const office = { partyId: 'office', personId: 'office' };
    expect(roundReceiver(office, 'third', round({ unreachable: ['third'] }))).toBe('chair');
  });

  it('tells nobody of whoever held the post then and is now above', () => {
    const predecessor = { partyId: 'member', personId: 'deputy' };
    expect(roundReceiver(predecessor, 'deputy', round())).toBe('chair');
  });

  it('is nobody where none of the fallback can be reached', () => {
    const unreachable = ['deputy', 'office', 'third', 'chair'];
    expect(roundReceiver(member, 'deputy', round({ unreachable }))).toBeNull();
  });
});
