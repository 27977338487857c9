import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../../domain/amendment/comparePlans.ts';
import { withDueMoved } from '../../../domain/amendment/oneField.ts';
import { withOriginalDays } from '../../../domain/amendment/originalDays.ts';
import { previewAmendment } from '../../../domain/amendment/previewAmendment.ts';
import { planProcess } from '../../../domain/plan/planProcess.ts';
import { addDays } from '../../../domain/time/zone.ts';
import { amended, before, movedTo, processIn } from './amendedNotices.ts';

const started = () => true;
const fresh = {
  erased: new Set<string>(),
  states: new Map(),
  startedAt: new Map(),
  periods: new Map(),
};

test('a moved session moves every stage and keeps their names, with the first day beside the new one', () => {
  const after = withOriginalDays(before, movedTo('2020-12-29'), started);
  const days = planProcess(after, 'mechanism').map(
    ({ key, tracks }) => `${key}: ${tracks[0]?.lastDay}`,
  );
  expect(days).toEqual([
    '2020-12-22-draft: 2020-12-15',
    '2020-12-22-consult: 2020-12-22',
    '2020-12-22-submit: 2020-12-29',
  ]);
  expect(after.directives.flatMap(({ processes }) => processes).at(-1)).toMatchObject({
    due: { date: '2020-12-29', originally: '2020-12-22' },
  });
});

test('amending there and back gives the first text and the first plan again', () => {
  const first = planProcess(before, 'mechanism');
  fc.assert(
    fc.property(
      fc.integer({ min: -30, max: 60 }),
      fc.integer({ min: -30, max: 60 }),
      (one, two) => {
        const there = withOriginalDays(before, movedTo(addDays('2020-12-22', one)), started);
        const further = withOriginalDays(
          there,
          movedTo(addDays('2020-12-22', two), there),
          started,
        );
        const back = withOriginalDays(further, movedTo('2020-12-22', further), started);
        expect(planProcess(back, 'mechanism')).toEqual(first);
        expect(comparePlans(before, back, 'mechanism', undefined)).toEqual([]);
        expect(back).toEqual(before);
      },
    ),
  );
});

test('a process that has not begun is simply planned for its new day', () => {
  const after = withOriginalDays(before, movedTo('2020-12-29'), () => false);
  expect(planProcess(after, 'mechanism').map(({ key }) => key)[0]).toBe('2020-12-29-draft');
});

describe('a date moved by a decision', () => {
  const decided = { by: 'the chair', now: '2020-12-01T02:00:00.000Z' };

  test('carries the decision as its provenance and keeps what the decision does not name', () => {
    const after = withDueMoved(before, 'mechanism', { dueDate: '2020-12-29' }, decided);
    const process = after.directives.flatMap(({ processes }) => processes).at(-1);
    expect(process).toMatchObject({
      due: {
        date: '2020-12-29',
        boundary: 'by',
        time: '17:00',
        provenance: { source: 'office', by: 'the chair', on: '2020-12-01' },
      },
    });
  });

  test.each([
    ['mechanism', { dueDate: '2020-12-22' }, 'due on 2020-12-22 already'],
    ['mechanism', { dueDate: '2020-11-30' }, 'not after now'],
    ['mechanism', { dueDate: '2020-02-30' }, '2020-02-30'],
    ['mechanism', { dueDate: '2039-01-01' }, '2039'],
    ['mechanism', { of: 'december', dueDate: '2020-12-29' }, 'none called "december"'],
    ['reports', { dueDate: '2020-12-29' }, 'recurs'],
    ['nothing', { dueDate: '2020-12-29' }, 'no process nothing'],
  ])('%s to %o is refused', (process, move, why) => {
    expect(() => withDueMoved(before, process, move, decided)).toThrow(why);
  });
});

describe('a preview', () => {
  const now = '2020-12-02T02:00:00.000Z';

  test('shows before and after of every step that is still to come, and nobody new', () => {
    const preview = previewAmendment(before, movedTo('2020-12-29'), { ...fresh, now });
    expect(preview.refused).toEqual([]);
    expect(preview.periods).toEqual([
      expect.objectContaining({ periodKey: '2020-12-22-draft', what: 'moves' }),
      expect.objectContaining({ periodKey: '2020-12-22-consult', what: 'moves' }),
      expect.objectContaining({
        periodKey: '2020-12-22-submit',
        what: 'moves',
        dueBefore: '2020-12-22T10:00:00.000Z',
        dueAfter: '2020-12-29T10:00:00.000Z',
      }),
    ]);
    expect(preview.steps).toContainEqual({
      processId: 'mechanism',
      periodKey: '2020-12-22-submit',
      track: 'main',
      step: 'due',
      before: '2020-12-22T10:00:00.000Z',
      after: '2020-12-29T10:00:00.000Z',
      why: [],
    });
    expect(preview.owners).toEqual([]);
    expect(preview.steps.every(({ before: was }) => was === null || was > now)).toBe(true);
  });

  test('other days of a cycle make periods vanish and appear; what has fallen due stays, what is over is passed over', () => {
    const after = amended((file) => {
      processIn(file, 'reports').recurrence = { every: 'month', days: [1, 15] };
    });
    const { periods } = previewAmendment(before, after, { ...fresh, now });
    const of = (key: string) => periods.find(({ periodKey }) => periodKey === key)?.what;
    expect(of('2020-11-28')).toBe('stays');
    expect(of('2020-12-14')).toBe('vanishes');
    expect(of('2020-12-01')).toBe('passed-over');
    expect(of('2020-12-15')).toBe('appears');
  });

  test('names owners who come and go, and counts letters before and after', () => {
    const after = amended((file) => {
      const process = processIn(file, 'mechanism');
      process.by = 'land';
    });
    const preview = previewAmendment(before, after, { ...fresh, now });
    expect(preview.owners).toContainEqual({
      processId: 'mechanism',
      periodKey: '2020-12-22-submit',
      track: 'main',
      added: ['land'],
      removed: ['culture'],
    });
    const land = preview.letters.find(({ person }) => person === 'land');
    expect(land?.everybodyInTime.after).toBeGreaterThan(land?.everybodyInTime.before ?? 0);
  });

  test('says whose data is complete now', () => {
    const waiting = amended((file) => {
      processIn(file, 'mechanism').waitsFor = ['the day of the session'];
    });
    const { complete } = previewAmendment(waiting, before, { ...fresh, now });
    expect(complete).toEqual(['mechanism']);
  });
});
