import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { beat } from '../../worker/noteSignsOfLife.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { openCommittee } from '../support/register.ts';

// Something falls due at the end of 14/12/2020, 17:00 UTC; half an hour without a sign of life is tolerated.

let register: FreshDatabase;
beforeAll(async () => {
  register = await freshDatabase();
  await openCommittee(register.pool);
});
afterAll(() => register.close());
beforeEach(async () => {
  await register.pool.query(`insert into heartbeat (at) values ('2020-12-01')
    on conflict (one) do update set at = '2020-12-01'`);
});

async function downFrom(from: string, until: string) {
  await beat(register.pool, from, 30 * 60_000);
  return beat(register.pool, until, 30 * 60_000);
}

test.each([
  ['a long one', '2020-12-10T01:00:00.000Z', '2020-12-10T01:30:00.001Z', true],
  ['a short one', '2020-12-11T01:00:00.000Z', '2020-12-11T01:30:00.000Z', false],
  ['a short one over a due time', '2020-12-14T16:45:00.000Z', '2020-12-14T17:10:00.000Z', true],
  ['one that begins at the due time', '2020-12-14T17:00:00.000Z', '2020-12-14T17:02:00.000Z', true],
  ['one that ends at the due time', '2020-12-14T16:50:00.000Z', '2020-12-14T17:00:00.000Z', false],
  ['a beat that was only late', '2020-12-14T16:59:00.000Z', '2020-12-14T17:00:30.000Z', false],
])('of gaps, %s from %s to %s is an outage: %s', async (_, from, until, isOutage) => {
  expect(await downFrom(from, until)).toEqual(isOutage ? { from, to: until } : undefined);
});
