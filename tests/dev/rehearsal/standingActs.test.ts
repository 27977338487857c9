import { expect, test } from 'vitest';
import { standingActs } from '../../../dev/rehearsal/cast/standingActs.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { noticeOf, TRIEU_SON_TEXT } from '../../data/noticeFiles.ts';

const notice = noticeOf(TRIEU_SON_TEXT);

test('the chair merges the report that Tết swallows into the next, before it opens', () => {
  const merges = standingActs(notice, 1).filter(({ act }) => act === 'merge period');
  expect(merges).toEqual([
    expect.objectContaining({
      actor: 'truong-ban',
      subject: { process: '5-reports', periodKey: '2021-02-14', into: '2021-02-28' },
    }),
  ]);
  expect(merges[0]?.at.localeCompare('2021-02-08T01:00:00.000Z')).toBe(-1);
});

test('one post changes hands in March 2021; the same for a seed', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const acts = standingActs(notice, seed);
    expect(standingActs(notice, seed)).toEqual(acts);
    const handOver = acts.find(({ act }) => act === 'hand over');
    expect(handOver?.actor).toBe('chanh-van-phong');
    expect(handOver?.at.slice(0, 7)).toBe('2021-03');
  }
  const posts = new Set(
    [1, 2, 3, 4, 5, 6, 7, 8].map(
      (seed) => standingActs(notice, seed).find(({ act }) => act === 'hand over')?.id,
    ),
  );
  expect(posts.size).toBeGreaterThan(2);
});

test('a check-in passes from the lead to somebody who owes nothing there, between its prompt and the first answer', () => {
  for (const seed of [1, 2, 3]) {
    const [act, ...more] = standingActs(notice, seed).filter((one) => one.act === 'reassign');
    expect(more).toEqual([]);
    if (act?.act !== 'reassign') throw new Error('nothing passes on');
    const period = planPeriod(notice, '1-propaganda', '2020-12-25');
    expect(act.subject.obligation).toBe(
      `${notice.id}/1-propaganda/2020-12-25/truong-ban-tuyen-giao`,
    );
    expect(period.tracks.flatMap(({ parties }) => parties)).not.toContain(act.subject.to);
    expect(act.at > period.opensAt).toBe(true);
    expect(act.at < '2020-12-22T01:30:00.000Z').toBe(true);
  }
});
