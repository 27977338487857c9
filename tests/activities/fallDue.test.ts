import { beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { DECEMBER, logOf, openCommittee } from '../support/register.ts';
import { activitiesOf, stepOf } from './support/activitiesOf.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let ladder: Activities['ladder'];

beforeAll(() => {
  ladder = activitiesOf(register.pool).ladder;
});

const fallDue = () => ladder.fallDue(stepOf(committee, 'due', DECEMBER.due));
const main = () => `${committee.period}/main`;

test('the log says once how a track stood when it fell due', async () => {
  await fallDue();
  await fallDue();
  expect(await logOf(register.pool, main())).toEqual(['fell-due']);
});

test('where the last of them came in just before, nothing fell due', async () => {
  await register.pool.query(
    `update obligation set received_at = due_at - interval '1 second', received_as = 'report' where period_id = $1 and track = 'main'`,
    [committee.period],
  );
  await fallDue();
  expect(await logOf(register.pool, main())).toEqual([]);
});
