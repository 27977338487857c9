import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { recordSupervision } from '../../db/decisions/recordSupervision.ts';
import { COLLECTION, openCollection } from '../support/collection.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { ALL, activitiesOf, sendAll } from './support/activitiesOf.ts';

const register = ownRegister();
const collecting = openedAnew(() => openCollection(register.pool));
let ladder: Activities['ladder'];

beforeAll(() => {
  ladder = activitiesOf(register.pool).ladder;
});

const climb = (rung: 'deputy' | 'chair', now: string) =>
  ladder.climb({
    periodId: collecting.period,
    scheduleId: `${collecting.period}/main`,
    stepKey: `rung-${rung}`,
    now,
    batch: ALL,
  });
const climbsOf = async (unit: string) => {
  const { rows } = await register.pool.query<{ rung: string; to: string; why: string }>(
    'select rung, recipient_id as to, why from climb where obligation_id = $1 order by taken_at, rung desc',
    [collecting.owed(unit)],
  );
  return rows.map(({ rung, to, why }) => [rung, to, why]);
};
const signSplit = () =>
  recordSupervision(register.pool, {
    decisionId: randomUUID(),
    noticeId: collecting.id,
    processId: 'split',
    actor: { id: 'person:p-office', capacity: 'office' },
    at: COLLECTION.guidanceDue,
    units: ['unit-1', 'unit-2', 'unit-3'],
    decision: {
      signedOn: '2020-12-01',
      lists: [
        { deputy: 'deputy', units: ['unit-1', 'unit-2'] },
        { deputy: 'chair', units: ['unit-3'] },
      ],
      reason: 'As it was signed.',
    },
    compose: () => [],
  });

test('a rung goes to the third deputy until the split is recorded', async () => {
  await climb('deputy', COLLECTION.lock);
  await climb('chair', COLLECTION.chair);
  expect(await climbsOf('unit-1')).toEqual([
    ['deputy', 'third', 'named'],
    ['chair', 'chair', 'named'],
  ]);
});

test('a rung taken after the split was recorded goes to the deputy whom the list names', async () => {
  await signSplit();
  await climb('deputy', COLLECTION.lock);
  expect(await climbsOf('unit-1')).toEqual([['deputy', 'deputy', 'supervisor']]);
  expect(await climbsOf('unit-3')).toEqual([['deputy', 'chair', 'supervisor']]);
});

test.each([
  ['waited for the guidance', '2020-12-09T02:00:00.000Z', [['deputy', 'third', 'named']]],
  ['was late though the guidance was there', COLLECTION.guidanceDue, []],
])('an outline that %s: nothing is found, and this climbs', async (_, guidedAt, climbed) => {
  await register.pool.query(
    `update obligation set received_at = $2, received_as = 'report' where period_id = $1 and track = 'guidance'`,
    [collecting.period, guidedAt],
  );
  const main = { periodId: collecting.period, scheduleId: `${collecting.period}/main`, batch: ALL };
  const askedAt = '2020-12-09T02:05:00.000Z';
  await ladder.sendPrompts({ ...main, stepKey: 'prompt', now: askedAt });
  await sendAll(register.pool, askedAt);
  await ladder.lock({ ...main, stepKey: 'lock', now: COLLECTION.lock });
  const { rows } = await register.pool.query(
    'select state, doubts from finding where obligation_id = $1',
    [collecting.owed('unit-1')],
  );
  expect(rows).toEqual([{ state: 'withheld', doubts: ['outline-late'] }]);
  await climb('deputy', COLLECTION.lock);
  expect(await climbsOf('unit-1')).toEqual(climbed);
});
