import { beforeAll, expect, test } from 'vitest';
import { processCounts } from '../../../db/digests/readDigestFacts.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { type Committee, DECEMBER, openCommittee, report } from '../../support/register.ts';

const register = ownRegister();
let committee: Committee;
beforeAll(async () => {
  committee = await openCommittee(register.pool, 0);
});

/** Six owe a report: four members, a vacant post and the head of a subcommittee. */
const counts = async (now: string) =>
  (await processCounts(register.pool, committee.id, now)).find(({ id }) => id === 'reports');

test('before the due time all that is missing is open, after it overdue', async () => {
  await takeSubmission(register.pool, report(committee, 'binh', 'p-binh', DECEMBER.remind));
  expect(await counts(DECEMBER.remind)).toMatchObject({ done: 1, open: 5, overdue: 0 });
  expect(await counts(DECEMBER.lock)).toMatchObject({ done: 1, open: 0, overdue: 5 });
});

test('what has more time is not overdue before its own due time', async () => {
  const [later, latest] = ['2020-12-17T17:00:00.000Z', '2020-12-18T04:00:00.000Z'];
  await register.pool.query('update obligation set due_at = $2, lock_at = $3 where id = $1', [
    committee.owed('ana'),
    later,
    latest,
  ]);
  expect(await counts(DECEMBER.lock)).toMatchObject({ done: 1, open: 1, overdue: 4 });
  expect(await counts(later)).toMatchObject({ done: 1, open: 0, overdue: 5 });
});
