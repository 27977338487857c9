import { expect, test } from 'vitest';
import { standingActs } from '../../../dev/rehearsal/cast/standingActs.ts';
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

test('one post changes hands in March 2021, one report passes on in December 2020; the same for a seed', () => {
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
