import { expect, test } from 'vitest';
import { type Miss, type ProposedBefore, proposalsFor } from '../../../domain/ladder/proposals.ts';
import { NO_MISSES, type Streak } from '../../../domain/ladder/streaks.ts';
import { sampleNotice } from '../plan/sampleNotice.ts';

const rules = sampleNotice().settings.proposals;
const PARTIES = ['ana', 'sub-ana', 'binh', 'chi', 'dung'];

/** A row of misses, ended by a report or not. */
const row = (missed: string[], over: Partial<Streak> = {}): Streak => ({
  ...NO_MISSES,
  missesInARow: missed.length,
  missesInAll: missed.length,
  missed,
  latestRow: { missesInARow: missed.length, missed },
  ...over,
});
const ended = (...missed: string[]): Streak => row(missed, { missesInARow: 0, missed: [] });
const before = (state: 'open' | 'decided', ...missed: string[]): ProposedBefore => ({
  id: `before-${missed.length}`,
  personId: 'p-ana',
  state,
  missed,
});
const miss = (obligationId: string, over: Partial<Miss> = {}): [string, Miss] => [
  obligationId,
  {
    obligationId,
    processId: '5-reports',
    partyId: 'ana',
    capacity: 'Title of ana',
    lastDay: `2020-12-0${obligationId.at(-1)}`,
    ...over,
  },
];
const MISSES = new Map(['o1', 'o2', 'o3'].map((id) => miss(id)));
const proposed = (
  streak: Streak,
  facts: { before?: ProposedBefore[]; misses?: Map<string, Miss> } = {},
) =>
  proposalsFor([{ personId: 'p-ana', holder: 'Ana' }], {
    streaks: new Map([['p-ana', streak]]),
    misses: facts.misses ?? MISSES,
    before: facts.before ?? [],
    rules,
    parties: PARTIES,
  });

test('proposes by the strictest rule that the misses in a row have reached, in the post of the latest', () => {
  expect(proposed(row(['o1', 'o2']))).toEqual([
    {
      personId: 'p-ana',
      holder: 'Ana',
      partyId: 'ana',
      capacity: 'Title of ana',
      obligationId: 'o2',
      processId: '5-reports',
      missesInARow: 2,
      missesInAll: 2,
      missed: ['o1', 'o2'],
      missedIn: ['5-reports'],
      propose: 'ask-for-explanation',
      replaces: [],
    },
  ]);
});

test('of two posts that were missed on one day the one that the notice lists first is named', () => {
  const misses = new Map([
    miss('o1', { partyId: 'sub-ana' }),
    miss('o2', { lastDay: '2020-12-01' }),
  ]);
  expect(
    proposed(row(['o1', 'o2'], { latestRow: { missesInARow: 1, missed: ['o1', 'o2'] } }), {
      misses,
    }),
  ).toMatchObject([{ partyId: 'ana', propose: 'remind', missesInARow: 1, missed: ['o1', 'o2'] }]);
});

test('a miss in another process is one too, and the processes are named', () => {
  const misses = new Map([miss('o1'), miss('o2', { processId: '8-directive' })]);
  expect(proposed(row(['o1', 'o2']), { misses })).toMatchObject([
    { processId: '8-directive', missedIn: ['5-reports', '8-directive'] },
  ]);
});

test('a report afterwards ends the row and leaves the miss on record', () => {
  expect(proposed(ended('o1'))).toMatchObject([{ propose: 'remind', missesInARow: 1 }]);
  expect(proposed(ended('o1'), { before: [before('open', 'o1')] })).toEqual([]);
});

test('proposes nothing about whoever has missed nothing', () => {
  expect(proposed(NO_MISSES)).toEqual([]);
});

test.each(['open', 'decided'] as const)(
  'proposes nothing again about the very misses of a proposal that is %s',
  (state) => {
    expect(proposed(row(['o1', 'o2']), { before: [before(state, 'o1', 'o2')] })).toEqual([]);
  },
);

test('one miss more is proposed about anew, in the place of what nobody decided', () => {
  const more = row(['o1', 'o2', 'o3']);
  expect(proposed(more, { before: [before('open', 'o1', 'o2')] })).toMatchObject([
    { propose: 'name-at-meeting', replaces: ['before-2'] },
  ]);
  expect(proposed(more, { before: [before('decided', 'o1', 'o2')] })).toMatchObject([
    { propose: 'name-at-meeting', replaces: [] },
  ]);
});

test('what was extended and missed again is one miss more', () => {
  expect(proposed(row(['o1', 'o1']), { before: [before('open', 'o1')] })).toMatchObject([
    { missesInARow: 2, replaces: ['before-1'] },
  ]);
});

test('a new row does not take the place of what was proposed about an earlier one', () => {
  expect(proposed(row(['o3']), { before: [before('open', 'o1', 'o2')] })).toMatchObject([
    { propose: 'remind', replaces: [] },
  ]);
});

test('the most misses in a row come first, then whoever the notice lists first', () => {
  const counts = { ana: 1, binh: 3, chi: 2, dung: 3 };
  const rows = Object.entries(counts).map(([id, n]) => ({
    id,
    missed: Array.from({ length: n }, (_, at) => `o-${id}-${at}`),
  }));
  const found = proposalsFor(
    rows.map(({ id }) => ({ personId: `p-${id}`, holder: id })).toReversed(),
    {
      streaks: new Map(rows.map(({ id, missed }) => [`p-${id}`, row(missed)])),
      misses: new Map(
        rows.flatMap(({ id, missed }) => missed.map((one) => miss(one, { partyId: id }))),
      ),
      before: [],
      rules,
      parties: PARTIES,
    },
  );
  expect(found.map(({ partyId }) => partyId)).toEqual(['binh', 'dung', 'chi', 'ana']);
});
