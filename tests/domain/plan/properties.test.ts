import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Notice } from '../../../contracts/notice/index.ts';
import { type PlannedPeriod, STEP_KINDS } from '../../../contracts/plan.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { planPeriod, planProcess } from '../../../domain/plan/planProcess.ts';
import { digest, reports, sampleNotice } from './sampleNotice.ts';

vi.setConfig({ testTimeout: 60_000 }); // hundreds of plans on a busy machine

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const timing = (min: number, max: number) =>
  fc.record({ workingDays: fc.integer({ min, max }), at: time });
const rung = (id: string, supervisor: number) =>
  fc
    .integer({ min: 0, max: 3 })
    .map((workingDays) => ({ id, to: { supervisor }, after: { workingDays } }));

/** Ladders of every shape that the format allows and an office might write. */
const ladder = fc.record({
  id: fc.constant('any'),
  prompt: timing(-6, 0),
  reminders: fc.array(timing(-4, 0), { maxLength: 3 }),
  overdueNotice: timing(0, 3),
  lock: fc.oneof(timing(0, 3), fc.constant('at-due')),
  rungs: fc.tuple(rung('deputy', 1), rung('chair', 2)),
});
const cycle = fc.record({
  recurrence: fc.oneof(
    fc.record({
      every: fc.constant('month'),
      days: fc.array(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const)), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    fc.record({
      every: fc.constant('week'),
      on: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 2 }),
    }),
  ),
  boundary: fc.constantFrom('before', 'by'),
  roll: fc.constantFrom('stay', 'next', 'previous'),
});
const start = fc
  .tuple(fc.integer({ min: 11, max: 30 }), time)
  .map(([day, at]) => ({ on: `2020-11-${day}`, at }));

/** One cycle and a digest that draws on it, with the digest's own hours. */
const shapes = fc.record({
  rule: cycle,
  steps: ladder,
  startsOn: start,
  dueTime: time,
  cutOff: time,
});
type Shape = typeof shapes extends fc.Arbitrary<infer Value> ? Value : never;

/** Made inside each property, so that a counterexample prints its shape and not a whole notice. */
const noticeOf = ({ rule, steps, startsOn, dueTime, cutOff }: Shape): Notice =>
  sampleNotice({
    start: startsOn,
    endsOn: '2021-03-31', // long enough to hold Tết
    ladders: [steps],
    processes: [
      { ...reports, ...rule, ladder: 'any' },
      { ...digest, dueTime, drawsOn: { process: 'reports', cutOff } },
    ],
  });

const runs = { numRuns: 30 };
const stepsIn = (periods: PlannedPeriod[]) =>
  periods.flatMap(({ tracks }) => tracks.flatMap(({ steps }) => steps));
const both = (notice: Notice) => [
  ...planProcess(notice, 'reports'),
  ...planProcess(notice, 'digest'),
];

describe('any plan', () => {
  it('has the steps of each track in order, each with a key of its own', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const notice = noticeOf(shape);
        for (const { steps } of both(notice).flatMap(({ tracks }) => tracks)) {
          const order = steps.map(
            ({ at, kind }) => `${at} ${String(STEP_KINDS.indexOf(kind)).padStart(2, '0')}`,
          );
          expect(order).toEqual([...order].sort());
          expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
        }
      }),
      runs,
    );
  });

  it('sends no letter outside office hours, on a day off or in a quiet period', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const notice = noticeOf(shape);
        const calendar = calendarOf(notice);
        const letters = stepsIn(both(notice)).filter(({ kind }) =>
          ['prompt', 'remind', 'overdue'].includes(kind),
        );
        for (const { at } of letters) {
          expect(calendar.deferToOffice(at)).toBe(at);
        }
      }),
      runs,
    );
  });

  it('locks nothing and climbs nowhere in a quiet period', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const notice = noticeOf(shape);
        const calendar = calendarOf(notice);
        const counting = stepsIn(both(notice)).filter(({ kind }) =>
          ['lock', 'rung', 'draft'].includes(kind),
        );
        for (const { at } of counting) {
          expect(calendar.quietAt(calendar.dayOf(at))).toBeUndefined();
        }
      }),
      runs,
    );
  });

  it('never locks before the due time, prompts before it, and closes last', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const notice = noticeOf(shape);
        for (const { lockAt, dueAt, steps } of both(notice).flatMap(({ tracks }) => tracks)) {
          if (lockAt !== null) expect(lockAt >= dueAt).toBe(true);
          for (const { kind, at } of steps) {
            if (kind === 'remind' || kind === 'prompt') expect(at < dueAt).toBe(true);
          }
          if (steps.length > 0) expect(steps[steps.length - 1]?.kind).toBe('close');
        }
      }),
      runs,
    );
  });

  it('locks no trial, gives it no certificate, and lets nothing happen before the start', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const notice = noticeOf(shape);
        const { on, at } = notice.head.start;
        const startsAt = calendarOf(notice).at(on, at);
        for (const { trial, beforeStart, ordinal, tracks } of both(notice)) {
          if (trial || beforeStart) {
            expect(tracks.map(({ key, lockAt }) => [key, lockAt])).toEqual([['main', null]]);
            expect(ordinal).toBe(0);
          }
          for (const step of tracks.flatMap(({ steps }) => steps)) {
            expect(step.at >= startsAt).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('never has a digest due before the lock of the reports it draws on', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const notice = noticeOf(shape);
        const locks = planProcess(notice, 'reports').map(({ key, tracks, dueAt }) => ({
          key,
          at: tracks[0]?.lockAt ?? dueAt,
        }));
        let previous = '';
        for (const { key, dueAt, tracks } of planProcess(notice, 'digest')) {
          const draft = tracks[0]?.steps.find(({ kind }) => kind === 'draft')?.at;
          for (const lock of locks.filter((each) => each.key > previous && each.key <= key)) {
            expect(dueAt > lock.at).toBe(true);
            if (draft !== undefined) expect(draft >= lock.at).toBe(true);
          }
          previous = key;
        }
      }),
      runs,
    );
  });

  it('is the same for one period as for the whole process', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), (shape, pick) => {
        const notice = noticeOf(shape);
        const whole = planProcess(notice, 'reports');
        const one = whole[pick % whole.length];
        if (one === undefined) return;
        // another notice object of the same content: nothing is taken from what was planned before
        expect(planPeriod(structuredClone(notice), 'reports', one.key)).toEqual(one);
      }),
      runs,
    );
  });

  it('opens with its first step at the latest, and closes with its last', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        for (const { opensAt, closesAt, tracks } of both(noticeOf(shape))) {
          for (const { at } of tracks.flatMap(({ steps }) => steps)) {
            expect(opensAt <= at && at <= closesAt).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('is JSON-safe', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const notice = noticeOf(shape);
        const periods = planProcess(notice, 'reports');
        expect(JSON.parse(JSON.stringify(periods))).toEqual(periods);
      }),
      { numRuns: 10 },
    );
  });
});
