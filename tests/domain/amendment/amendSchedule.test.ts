import { expect, test } from 'vitest';
import type { Notice } from '../../../contracts/notice/index.ts';
import type { Instant, PlannedTrack } from '../../../contracts/plan.ts';
import { amendSchedule, newcomersSchedule } from '../../../domain/amendment/amendSchedule.ts';
import { withOriginalDays } from '../../../domain/amendment/originalDays.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { ladderOf } from '../../../domain/plan/planContext.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { amended, before, movedTo } from './amendedNotices.ts';

/** The submission, due on 22/12/2020 at 17:00: prompt on the 17th, reminder on the 22nd, lock on the 23rd, rungs after it. */
const KEY = '2020-12-22-submit';
const trackIn = (notice: Notice): PlannedTrack => {
  const [track] = planPeriod(notice, 'mechanism', KEY).tracks;
  if (track === undefined) throw new Error('a stage has one track');
  return track;
};
const running = (track: PlannedTrack, now: Instant, over: object = {}) => ({
  ...track,
  reason: 'plan',
  steps: track.steps.map((step) => ({ ...step, doneAt: step.at <= now ? step.at : null })),
  ...over,
});
const contextOf = (notice: Notice, now: Instant) => ({
  calendar: calendarOf(notice),
  ladder: ladderOf(notice, 'members'),
  now,
});
const amend = (after: Notice, now: Instant, over: object = {}) =>
  amendSchedule(
    { before: trackIn(before), after: trackIn(after) },
    running(trackIn(before), now, over),
    contextOf(after, now),
  );
const later = withOriginalDays(before, movedTo('2020-12-29'), () => true);
const local = (instant: Instant): string => {
  const calendar = calendarOf(before);
  return `${calendar.dayOf(instant)} ${calendar.timeOf(instant)}`;
};
const shown = (schedule: ReturnType<typeof amend>) =>
  schedule?.steps.map(
    ({ key, at, doneAt }) => `${key} ${local(at)}${doneAt === null ? '' : ' taken'}`,
  );

test('what the amendment does not touch stays on its schedule', () => {
  expect(
    amend(
      amended(() => {}),
      '2020-12-18T02:00:00.000Z',
    ),
  ).toBeNull();
});

test('a later day moves every step to come; the prompt that went out stays taken', () => {
  expect(shown(amend(later, '2020-12-18T02:00:00.000Z'))).toEqual([
    'prompt 2020-12-17 08:00 taken',
    'remind-1 2020-12-29 08:00',
    'due 2020-12-29 17:00',
    'overdue 2020-12-30 07:30',
    'lock 2020-12-30 11:00',
    'rung-deputy 2020-12-30 11:00',
    'rung-chair 2020-12-31 11:00',
    'close 2021-01-07 17:00',
  ]);
});

test('a prompt that has not gone out goes at its own new time', () => {
  expect(shown(amend(later, '2020-12-16T02:00:00.000Z'))?.[0]).toBe('prompt 2020-12-24 08:00');
});

test('a day that is over already becomes the end of the next open day, and says so', () => {
  const sooner = withOriginalDays(before, movedTo('2020-12-16'), () => true);
  const schedule = amend(sooner, '2020-12-18T02:00:00.000Z'); // a Friday
  expect(schedule).toMatchObject({
    lastDay: '2020-12-21',
    notes: [
      {
        code: 'not-before-amendment',
        from: '2020-12-16T10:00:00.000Z',
        movedTo: '2020-12-21T17:00:00.000Z',
      },
    ],
  });
  expect(schedule?.steps.every(({ at, doneAt }) => doneAt !== null || at > '2020-12-18T02')).toBe(
    true,
  );
});

test('an extension that ends later than the new day stands', () => {
  const over = { reason: 'extension', dueAt: '2021-01-05T17:00:00.000Z', lastDay: '2021-01-05' };
  expect(amend(later, '2020-12-18T02:00:00.000Z', over)).toMatchObject({
    dueAt: '2021-01-05T17:00:00.000Z',
    lastDay: '2021-01-05',
  });
});

test('a due time that is over moves to a later day, and never to an earlier one', () => {
  const now = '2020-12-24T02:00:00.000Z';
  expect(amend(later, now)).toMatchObject({ lastDay: '2020-12-29' });
  const sooner = withOriginalDays(before, movedTo('2020-12-18'), () => true);
  expect(amend(sooner, now)).toMatchObject({ dueAt: trackIn(before).dueAt, lastDay: '2020-12-22' });
});

test('another ladder replaces the rungs that have not been taken, none of them before now', () => {
  const now = '2020-12-23T05:00:00.000Z'; // 12:00, an hour after the lock and the deputy's rung
  const ladder = amended((file) => {
    const members = file.ladders.list.find(({ id }) => id === 'members');
    if (members === undefined) throw new Error('no ladder members');
    members.rungs = [
      { id: 'deputy', to: { supervisor: 1 }, after: { workingDays: 0 } },
      { id: 'third-deputy', to: { position: 'third' }, after: { workingDays: 0 } },
      { id: 'chair', to: { position: 'chair' }, after: { workingDays: 2 } },
    ];
  });
  expect(shown(amend(ladder, now))).toEqual([
    'prompt 2020-12-17 08:00 taken',
    'remind-1 2020-12-22 08:00 taken',
    'due 2020-12-22 17:00 taken',
    'overdue 2020-12-23 07:30 taken',
    'lock 2020-12-23 11:00 taken',
    'rung-deputy 2020-12-23 11:00 taken',
    'rung-third-deputy 2020-12-23 12:00',
    'rung-chair 2020-12-25 12:00',
    'close 2020-12-30 17:00',
  ]);
});

test('a new owner is asked at once, and where no time is left until the end of the next open day', () => {
  const now = '2020-12-18T02:00:00.000Z';
  const soon = newcomersSchedule(trackIn(before), contextOf(before, now));
  expect(soon.steps.slice(0, 2).map(({ key, at }) => `${key} ${local(at)}`)).toEqual([
    'prompt 2020-12-18 09:00',
    'remind-1 2020-12-22 08:00',
  ]);
  const last = newcomersSchedule(trackIn(before), contextOf(before, '2020-12-22T10:30:00.000Z'));
  expect(last.lastDay).toBe('2020-12-23');
  expect(last.steps[0]?.at).toBe('2020-12-23T00:30:00.000Z');
});
