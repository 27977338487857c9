import { beforeEach, expect, test } from 'vitest';
import { obligationId, periodId } from '../../../contracts/ids.ts';
import { readCopies } from '../../../db/digests/readCopies.ts';
import type { NewSubmission } from '../../../db/submissions/newSubmission.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { openCommittee, report } from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
beforeEach(async () => {
  for (const key of ['2020-11-28', '2020-12-28', '2021-01-14']) {
    await committee.open(key, '2020-11-25T01:00:00.000Z');
  }
});

const KEYS = ['2020-11-28', '2020-12-14', '2020-12-28', '2021-01-14'];
const hours: Record<string, number> = {};
/** Hands in for binh in the period at this place, each a little later than the one before. */
const hand = async (place: number, body: string, over: Partial<NewSubmission> = {}) => {
  const key = KEYS[place] ?? '';
  hours[key] = (hours[key] ?? 0) + 1;
  const id = obligationId(periodId(committee.id, 'reports', key), 'main', 'binh');
  const at = `${key}T0${hours[key] % 10}:00:00.000Z`;
  await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', at, { obligationIds: [id], body, ...over }),
  );
};
const copiesAt = async (place: number) =>
  (await readCopies(register.pool, periodId(committee.id, 'reports', KEYS[place] ?? ''))).get(
    'binh',
  );

test('counts reports in a row in the words of the one before, and a fresh one ends the row', async () => {
  await hand(0, 'Đã đi 3 xã.');
  await hand(1, 'đã đi 3 xã');
  await hand(2, 'Đã đi 3 xã.');
  expect(await copiesAt(0)).toBeUndefined();
  expect(await copiesAt(1)).toBe(1);
  expect(await copiesAt(2)).toBe(2);
  await hand(3, 'Đã đi 5 xã.');
  expect(await copiesAt(3)).toBeUndefined();
});

test('compares with the last report, over silence and “nothing to report” between them', async () => {
  await hand(0, 'Đã đi 3 xã.');
  await hand(2, '', { kind: 'nothing' });
  expect(await copiesAt(2)).toBeUndefined();
  await hand(3, 'Đã đi 3 xã.');
  expect(await copiesAt(3)).toBe(1);
});

test('the latest version counts: a copy that is replaced by a report of its own is none', async () => {
  await hand(0, 'Đã đi 3 xã.');
  await hand(1, 'Đã đi 3 xã.');
  await hand(1, 'Đã đi 4 xã.');
  expect(await copiesAt(1)).toBeUndefined();
});

test('says nothing of somebody who has not reported in the period', async () => {
  await hand(0, 'Đã đi 3 xã.');
  await hand(1, 'Đã đi 3 xã.');
  expect(await copiesAt(2)).toBeUndefined();
});

test('reports without a word or a file have nothing to be compared by', async () => {
  await hand(0, '—');
  await hand(1, '—');
  expect(await copiesAt(1)).toBeUndefined();
});
