import { expect, test } from 'vitest';
import type { DigestParty } from '../../../contracts/digest.ts';
import { type ProposedBefore, proposalsFor } from '../../../domain/ladder/proposals.ts';
import type { Streak } from '../../../domain/ladder/streaks.ts';
import { sampleNotice } from '../plan/sampleNotice.ts';

const line = (over: Partial<DigestParty> = {}): DigestParty => ({
  partyId: 'ana',
  title: 'Title of ana',
  personId: 'p-ana',
  holder: 'Ana',
  obligationId: 'o2',
  status: 'missing',
  receivedAt: null,
  nothing: false,
  missesInARow: 2,
  missesInAll: 2,
  nothingInARow: 0,
  finding: 'recorded',
  doubts: [],
  ...over,
});
const streak = (...missed: string[]): Streak => ({
  missesInARow: missed.length,
  missesInAll: missed.length,
  missed,
  nothingInARow: 0,
});
const before = (state: 'open' | 'decided', ...missed: string[]): ProposedBefore => ({
  id: `before-${missed.length}`,
  personId: 'p-ana',
  state,
  missed,
});
const proposed = (
  lines: DigestParty[],
  facts: { streak?: Streak; before?: ProposedBefore[] } = {},
) =>
  proposalsFor(lines, {
    streaks: new Map([['p-ana', facts.streak ?? streak('o1', 'o2')]]),
    before: facts.before ?? [],
    rules: sampleNotice().settings.proposals,
    parties: ['ana'],
  });

test('proposes by the strictest rule that the misses in a row have reached, once for a person', () => {
  const twice = [line(), line({ partyId: 'sub-ana', title: 'Head', obligationId: 'o2b' })];
  expect(proposed(twice)).toMatchObject([
    { personId: 'p-ana', propose: 'ask-for-explanation', missesInARow: 2, replaces: [] },
  ]);
});

test('proposes nothing about a unit, a vacant post, a withheld finding, or whoever reported', () => {
  expect(proposed([line({ personId: null })])).toEqual([]);
  expect(proposed([line({ finding: 'withheld' })])).toEqual([]);
  expect(proposed([line({ status: 'late' })])).toEqual([]);
});

test.each(['open', 'decided'] as const)(
  'proposes nothing again about the very misses of a proposal that is %s',
  (state) => {
    expect(proposed([line()], { before: [before(state, 'o1', 'o2')] })).toEqual([]);
  },
);

test('one miss more is proposed about anew, in the place of what nobody decided', () => {
  const facts = { streak: streak('o1', 'o2', 'o3') };
  expect(proposed([line()], { ...facts, before: [before('open', 'o1', 'o2')] })).toMatchObject([
    { propose: 'name-at-meeting', replaces: ['before-2'] },
  ]);
  expect(proposed([line()], { ...facts, before: [before('decided', 'o1', 'o2')] })).toMatchObject([
    { propose: 'name-at-meeting', replaces: [] },
  ]);
});

test('the most misses in a row come first, then whoever the notice lists first', () => {
  const silent = (id: string) =>
    line({ partyId: id, personId: `p-${id}`, obligationId: `o-${id}` });
  const listed = ['ana', 'binh', 'chi', 'dung'];
  const misses = { ana: 1, binh: 3, chi: 2, dung: 3 };
  const given = Object.entries(misses).map(
    ([id, n]) =>
      [`p-${id}`, streak(...Array.from({ length: n }, (_, at) => `o-${id}-${at}`))] as const,
  );
  const found = proposalsFor(listed.toReversed().map(silent), {
    streaks: new Map(given),
    before: [],
    rules: sampleNotice().settings.proposals,
    parties: listed,
  });
  expect(found.map(({ partyId }) => partyId)).toEqual(['binh', 'dung', 'chi', 'ana']);
});
