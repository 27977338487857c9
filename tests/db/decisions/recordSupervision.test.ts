import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { RecordSupervision } from '../../../contracts/decisions.ts';
import { processWorkflowId } from '../../../contracts/ids.ts';
import type { Instant } from '../../../contracts/plan.ts';
import {
  type RecordedList,
  type RecordSupervisionInput,
  recordSupervision,
} from '../../../db/decisions/recordSupervision.ts';
import { lastListRecorded, readUnitsInCharge } from '../../../db/reading/supervision.ts';
import { COLLECTION, openCollection } from '../../support/collection.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { letter, logOf } from '../../support/register.ts';

const SIGNED = '2020-11-27T02:00:00.000Z';
const CORRECTED = '2020-12-01T02:00:00.000Z';
const UNITS = ['unit-1', 'unit-2', 'unit-3'];
const register = ownRegister();
const collecting = openedAnew(() => openCollection(register.pool));
let told: RecordedList[];

beforeEach(() => {
  told = [];
});

const split = (deputy: string[], third: string[]): RecordSupervision['lists'] => [
  { deputy: 'deputy', units: deputy },
  { deputy: 'third', units: third },
];
const record = (lists: RecordSupervision['lists'], over: Partial<RecordSupervisionInput> = {}) =>
  recordSupervision(register.pool, {
    decisionId: randomUUID(),
    noticeId: collecting.id,
    processId: 'split',
    actor: { id: 'person:p-office', capacity: 'office' },
    at: SIGNED,
    units: UNITS,
    decision: { signedOn: '2020-11-26', number: '15/TB', lists, reason: 'As it was signed.' },
    compose: (facts) => {
      told = facts.lists;
      return facts.lists.map(({ deputy }) =>
        letter('supervision', deputy.holders[0]?.personId ?? '', [], SIGNED),
      );
    },
    ...over,
  });
const inCharge = async (now: Instant) =>
  Object.fromEntries(
    (await readUnitsInCharge(register.pool, { noticeId: collecting.id, units: UNITS, now })).map(
      ({ id, deputy }) => [id, deputy && [deputy.id, deputy.since]],
    ),
  );

test('puts each unit under its deputy from then on; before, nobody had it in charge', async () => {
  const { changed } = await record(split(['unit-1', 'unit-2'], ['unit-3']));
  expect(changed).toBe(3);
  expect(await inCharge('2020-11-26T00:00:00.000Z')).toEqual({
    'unit-1': null,
    'unit-2': null,
    'unit-3': null,
  });
  expect(await inCharge(SIGNED)).toEqual({
    'unit-1': ['deputy', SIGNED],
    'unit-2': ['deputy', SIGNED],
    'unit-3': ['third', SIGNED],
  });
  expect(await lastListRecorded(register.pool, collecting.id, 'split')).toMatchObject({
    signedOn: '2020-11-26',
    number: '15/TB',
    recordedAt: SIGNED,
  });
  expect(told.map(({ deputy, units }) => [deputy.id, units.map(({ id }) => id)])).toEqual([
    ['deputy', ['unit-1', 'unit-2']],
    ['third', ['unit-3']],
  ]);
  expect(await logOf(register.pool, `${collecting.id}/unit-3`)).toEqual(['supervision-recorded']);
  expect(await logOf(register.pool, processWorkflowId(collecting.id, 'split'))).toEqual([
    'process-started',
    'decided-record-supervision',
  ]);
});

test('a correction ends what stood and leaves alone what it does not change', async () => {
  await record(split(['unit-1', 'unit-2'], ['unit-3']));
  const { changed } = await record(split(['unit-1'], ['unit-2', 'unit-3']), { at: CORRECTED });
  expect(changed).toBe(1);
  expect(await inCharge(SIGNED)).toMatchObject({ 'unit-2': ['deputy', SIGNED] });
  expect(await inCharge(CORRECTED)).toEqual({
    'unit-1': ['deputy', SIGNED],
    'unit-2': ['third', CORRECTED],
    'unit-3': ['third', SIGNED],
  });
});

test('of two lists recorded at one instant the later counts', async () => {
  await record(split(['unit-1', 'unit-2'], ['unit-3']));
  await record(split(['unit-1'], ['unit-2', 'unit-3']));
  expect(await inCharge(SIGNED)).toMatchObject({ 'unit-2': ['third', SIGNED] });
});

test('decides once under one id', async () => {
  const decisionId = randomUUID();
  const first = await record(split(['unit-1', 'unit-2'], ['unit-3']), { decisionId });
  expect(await record(split(['unit-1', 'unit-2'], ['unit-3']), { decisionId })).toEqual(first);
  expect(await logOf(register.pool, `${collecting.id}/unit-1`)).toHaveLength(1);
});

test('refuses a wrong list whole, naming every unit at fault', async () => {
  await expect(record(split(['unit-1', 'unit-9'], ['unit-1', 'unit-2']))).rejects.toMatchObject({
    failure: 'Invalid',
    pointer: '/lists',
    message:
      'under two deputies, or twice under one: unit-1; no unit that is to be split: unit-9; left out: unit-3',
  });
  expect(await inCharge(COLLECTION.due)).toEqual({
    'unit-1': null,
    'unit-2': null,
    'unit-3': null,
  });
});

test('refuses a deputy who answers for a unit himself', async () => {
  await register.pool.query(
    `insert into holding (notice_id, party_id, person_id, sole, since) values ($1, 'unit-3', 'p-third', false, '2020-11-12')`,
    [collecting.id],
  );
  await expect(record(split(['unit-1', 'unit-2'], ['unit-3']))).rejects.toMatchObject({
    failure: 'Invalid',
    message: 'under whoever answers for it himself: unit-3',
  });
});

test('refuses a list of a process that was cancelled or never started', async () => {
  for (const state of ['cancelled', 'waiting']) {
    await register.pool.query(
      `update process set state = $2 where notice_id = $1 and id = 'split'`,
      [collecting.id, state],
    );
    await expect(record(split(['unit-1', 'unit-2'], ['unit-3']))).rejects.toMatchObject({
      failure: 'Conflict',
    });
  }
});
