import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LETTER_KINDS } from '../../../contracts/letters.ts';
import type { Act } from '../../../dev/rehearsal/cast/acts.ts';
import { choose } from '../../../dev/rehearsal/cast/chance.ts';
import type { LetterFacts } from '../../../dev/rehearsal/cast/receive/facts.ts';
import { reply } from '../../../dev/rehearsal/cast/receive/reply.ts';
import { TIMES } from '../../../dev/rehearsal/cast/times.ts';
import { ANSWERS, CHARACTERS } from '../../../dev/rehearsal/cast/weights.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { noticeOf, SECOND_TEXT, TRIEU_SON_TEXT } from '../../data/noticeFiles.ts';
import { pieceOf, plannedLetters, runningPeriods } from './support/plannedLetters.ts';

const trieuSon = noticeOf(TRIEU_SON_TEXT);
const second = noticeOf(SECOND_TEXT);
const prompts = plannedLetters(trieuSon);
const reports = prompts.filter(({ owed }) => owed[0]?.deliverable === 'report');

const actsOf = (letters: LetterFacts[], seed: number): Act[] =>
  letters.flatMap((letter) => reply(letter, pieceOf(trieuSon, seed)));
const byId = (acts: Act[]): string[] => acts.map((act) => JSON.stringify(act)).sort();
/** What a receiver's hash says about the first obligation of a letter. */
function answerTo({ receiver, owed }: LetterFacts, seed: number): string {
  const character = choose(CHARACTERS, seed, 'character', receiver);
  const [first = ''] = owed.map(({ obligationId }) => obligationId).sort();
  return choose(ANSWERS[character], seed, 'answer', first);
}

describe('the piece', () => {
  test('is the same for the same seed in whatever order the letters are read', () => {
    const expected = byId(actsOf(prompts.slice(0, 200), 5));
    fc.assert(
      fc.property(fc.shuffledSubarray(prompts.slice(0, 200), { minLength: 200 }), (shuffled) => {
        expect(byId(actsOf(shuffled, 5))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test('is another for another seed', () => {
    expect(byId(actsOf(reports.slice(0, 60), 1))).not.toEqual(
      byId(actsOf(reports.slice(0, 60), 2)),
    );
  });

  test('plans one act once: whoever reads a letter again plans the very same', () => {
    const acts = actsOf(prompts, 1);
    const planned = new Map<string, string>();
    for (const act of acts) {
      const before = planned.get(act.id);
      if (before !== undefined) expect(JSON.stringify(act)).toBe(before);
      planned.set(act.id, JSON.stringify(act));
    }
    expect(planned.size).toBeGreaterThan(1000);
  });

  test('has every sort of answer in it, and people who miss several in a row', () => {
    const answers = reports.map((letter) => answerTo(letter, 1));
    expect(new Set(answers)).toEqual(new Set(Object.keys(ANSWERS.ordinary)));
    const misses = (person: string): boolean =>
      reports
        .filter(({ receiver }) => receiver === person)
        .map((letter) => answerTo(letter, 1))
        .join('\n')
        .includes('never\nnever\nnever');
    const people = [...new Set(reports.map(({ receiver }) => receiver))];
    expect(people.filter(misses).length).toBeGreaterThan(0);
    expect(people.filter(misses).length).toBeLessThan(people.length / 3);
  });
});

describe.each([
  ['trieu-son-2020', trieuSon],
  ['the second notice', second],
])('the times of %s', (_, notice) => {
  const { timeOf } = calendarOf(notice);
  // a sample of each kind: the second notice has 300 schools and a letter a week for each
  const prompted = plannedLetters(notice);
  const every = Math.ceil(prompted.length / 400);
  const letters = LETTER_KINDS.flatMap((kind) =>
    prompted.filter((_letter, nth) => nth % every === 0).map((letter) => ({ ...letter, kind })),
  );

  test('are never those of a plan, in any kind of letter', () => {
    const planned = new Set([
      notice.settings.round.at,
      notice.calendar.officeHours.from,
      notice.calendar.officeHours.to,
      notice.head.start.at,
      ...runningPeriods(notice)
        .flatMap(({ tracks }) => tracks)
        .flatMap(({ dueAt, steps }) => [dueAt, ...steps.map(({ at }) => at)])
        .map(timeOf),
    ]);
    const acts = letters.flatMap((letter) => reply(letter, pieceOf(notice)));
    expect(acts.length).toBeGreaterThan(300);
    const times = new Set(acts.map(({ at }) => timeOf(at)));
    expect([...times].filter((time) => planned.has(time))).toEqual([]);
  });

  test('are still to come when a letter is read', () => {
    const past = letters.flatMap((letter) =>
      reply(letter, pieceOf(notice)).filter(({ at }) => at <= letter.now),
    );
    expect(past).toEqual([]);
  });
});

test('no two roles act at one time of day', () => {
  const times = Object.values(TIMES);
  expect(new Set(times).size).toBe(times.length);
});

describe('whoever is asked for a report', () => {
  const seeds = [1, 2, 3];
  const answered = (answer: string) =>
    seeds.flatMap((seed) =>
      reports
        .filter((letter) => answerTo(letter, seed) === answer)
        .map((letter) => ({
          owed: letter.owed[0] as LetterFacts['owed'][number],
          acts: reply(letter, pieceOf(trieuSon, seed)).filter(({ act }) => act !== 'review'),
        })),
    );

  test('is in time, twice in time, or silent, as the hash says', () => {
    for (const answer of ['in time', 'nothing to report', 'in time, twice']) {
      for (const { acts, owed } of answered(answer)) {
        expect(acts.length).toBeGreaterThan(0);
        for (const act of acts) expect(act.at < owed.dueAt).toBe(true);
      }
    }
    expect(answered('in time, twice').filter(({ acts }) => acts.length === 2)).not.toEqual([]);
    for (const { acts } of answered('never')) expect(acts).toEqual([]);
  });

  test('hands in between the due time and the lock, or after it', () => {
    const between = answered('after the due time').filter(({ owed, acts }) =>
      acts.every(({ at }) => at >= owed.dueAt && owed.lockAt !== null && at < owed.lockAt),
    );
    expect(between.length).toBeGreaterThan(20);
    for (const { acts, owed } of answered('late')) {
      expect(acts.map(({ act }) => act)).toEqual(['hand in']);
      for (const { at } of acts) expect(at > (owed.lockAt ?? owed.dueAt)).toBe(true);
    }
  });

  test('had a paper at the office in time that is keyed in after the lock', () => {
    expect(answered('on paper').length).toBeGreaterThan(20);
    for (const { acts, owed } of answered('on paper')) {
      const [act] = acts;
      if (act?.act !== 'key in') throw new Error(`not keyed in: ${act?.act}`);
      expect(act.at > (owed.lockAt ?? owed.dueAt)).toBe(true);
      expect(act.subject.receivedAt < owed.dueAt).toBe(true);
      expect(act.actor).toBe('chanh-van-phong');
    }
  });

  test('is excused or given more time before the due time, never by himself', () => {
    const before = [...answered('excused'), ...answered('asks for time')];
    expect(before.length).toBeGreaterThan(20);
    for (const { acts, owed } of before) {
      for (const act of acts) {
        expect(act.at < owed.dueAt).toBe(true);
        expect(['chanh-van-phong', 'truong-ban']).toContain(act.actor);
        if (act.act === 'extend') expect(act.subject.dueDate > owed.lastDay).toBe(true);
      }
    }
  });

  test('answers once for all posts held', () => {
    const several = reports.filter(({ owed }) => owed.length === 2);
    expect(several.length).toBeGreaterThan(100);
    const handedIn = actsOf(several, 1).flatMap((act) => (act.act === 'hand in' ? [act] : []));
    for (const { subject } of handedIn) expect(subject.obligations).toHaveLength(2);
  });

  test('leaves to the office what was written to it in place of nobody', () => {
    const [letter] = reports;
    if (!letter) throw new Error('no letter');
    const owed = letter.owed.map((one) => ({ ...one, own: false }));
    for (const seed of seeds)
      expect(reply({ ...letter, owed }, pieceOf(trieuSon, seed))).toEqual([]);
  });
});

describe('letters about silence', () => {
  const [sample] = reports;
  if (!sample) throw new Error('no letter');
  const silent = reports.flatMap(({ owed }) => owed).map((one) => ({ ...one, own: false }));
  const letter: LetterFacts = { ...sample, owed: silent };

  test('a request for release is taken by the office alone, once for a period and day', () => {
    const request = { ...letter, kind: 'release-request' as const };
    const piece = pieceOf(trieuSon);
    expect(reply({ ...request, receiver: 'pho-chu-tich' }, piece)).toEqual([]);
    const acts = reply({ ...request, receiver: 'chanh-van-phong' }, piece);
    expect(acts.map(({ act }) => act)).toEqual(['release']);
    const later = { ...request, receiver: 'chanh-van-phong', owed: [] };
    expect(reply(later, piece).map(({ id }) => id)).toEqual(acts.map(({ id }) => id));
  });

  test('a deputy holds a rung now and then; the chair excuses, and holds nothing', () => {
    const round = { ...letter, kind: 'round' as const };
    const by = (receiver: string) =>
      new Set(reply({ ...round, receiver }, pieceOf(trieuSon)).map(({ act }) => act));
    expect(by('pho-bi-thu-thuong-truc')).toEqual(new Set(['hold']));
    expect(by('truong-ban')).toEqual(new Set(['excuse after']));
  });

  test('the chair reverses a finding only after the person found has answered', () => {
    const found = silent.map((one) => ({
      ...letter,
      kind: 'finding-released' as const,
      owed: [one],
    }));
    const acts = found.map((one) => reply(one, pieceOf(trieuSon)));
    const reversed = acts.filter((two) => two.some(({ act }) => act === 'reverse'));
    expect(reversed.length).toBeGreaterThan(0);
    for (const [answer, reversal] of reversed) {
      expect(answer?.act).toBe('answer finding');
      expect((reversal?.at ?? '') > (answer?.at ?? '')).toBe(true);
    }
  });
});
