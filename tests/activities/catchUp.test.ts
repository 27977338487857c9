import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { finishStep } from '../../db/periods/finishStep.ts';
import { readAgenda } from '../../db/periods/readAgenda.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  type Committee,
  DECEMBER,
  logOf,
  obligationRow,
  openCommittee,
  race,
  report,
  stepsOf,
} from '../support/register.ts';
import { activitiesOf, lettersOf } from './support/activitiesOf.ts';

let register: FreshDatabase;
let committee: Committee;
let activities: Activities;

// a register for each test: outages are the engine's, not a notice's, and stay on record
beforeEach(async () => {
  register = await freshDatabase();
  activities = activitiesOf(register.pool);
  committee = await openCommittee(register.pool);
});
afterEach(() => register.close());

const outage = (from: string, until: string) =>
  register.pool.query('insert into outage (began_at, ended_at) values ($1, $2)', [from, until]);
const taken = async (...keys: string[]) => {
  for (const stepKey of keys) {
    const at = (await stepsOf(register.pool, `${committee.period}/main`))[stepKey] ?? '';
    await finishStep(register.pool, { scheduleId: `${committee.period}/main`, stepKey }, at);
  }
};
const catchUp = (now: string) => activities.ladder.catchUp({ periodId: committee.period, now });
const round = (now: string) =>
  activities.record.nextRound({ noticeId: committee.id, after: null, now });
const catchUpLetters = () => lettersOf(register.pool, committee.id, 'catch-up');
/** The daily round's part, when its time for it has come; who has been told then, and in as many letters. */
const told = async () => {
  const { catchUpAt } = await round(OVER_DUE[1]);
  if (catchUpAt !== undefined)
    await activities.ladder.sendCatchUps({ noticeId: committee.id, now: catchUpAt });
  return (await catchUpLetters()).map(({ person }) => person);
};
const ofAna = () => obligationRow(register.pool, committee.owed('ana'));

/** Down from the afternoon of the due day until nine the next morning. */
const OVER_DUE = ['2020-12-14T08:00:00.000Z', '2020-12-15T02:00:00.000Z'] as const;

test('after an outage over the due time nobody is late: a working day of grace, the old date kept', async () => {
  await taken('prompt', 'remind-1');
  await outage(...OVER_DUE);
  expect((await readAgenda(register.pool, committee.period)).missed).toBe(true);
  const agenda = await catchUp(OVER_DUE[1]);
  expect(agenda.missed).toBe(false);
  const ana = await ofAna();
  expect(ana).toMatchObject({
    original_due_at: DECEMBER.due,
    due_at: '2020-12-16T17:00:00.000Z',
    lock_at: '2020-12-17T04:00:00.000Z',
  });
  expect(await stepsOf(register.pool, ana.schedule_id)).toMatchObject({
    due: '2020-12-16T17:00:00.000Z',
    overdue: '2020-12-17T00:30:00.000Z',
    lock: '2020-12-17T04:00:00.000Z',
    'rung-deputy': '2020-12-17T04:00:00.000Z',
    'rung-chair': '2020-12-18T04:00:00.000Z',
  });
  const receipt = await takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', '2020-12-16T16:59:59.999Z'),
  );
  expect(receipt.late).toBe(false);
});

test('who handed in while the engine was down, after the old due time, was not late', async () => {
  await taken('prompt', 'remind-1');
  const received = '2020-12-15T01:00:00.000Z';
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', received));
  expect(await ofAna()).toMatchObject({ outcome: 'late', due_at: DECEMBER.due });
  await outage(...OVER_DUE);
  await catchUp(OVER_DUE[1]);
  expect(await ofAna()).toMatchObject({
    outcome: 'on-time',
    original_due_at: DECEMBER.due,
    due_at: '2020-12-16T17:00:00.000Z',
  });
  expect(
    (await lettersOf(register.pool, committee.id, 'catch-up')).map(({ about }) => about),
  ).not.toContainEqual([committee.owed('ana')]);
});

describe('the receipt that said "late" is put right', () => {
  const receipts = () => lettersOf(register.pool, committee.id, 'receipt');
  const RECEIVED = '2020-12-15T01:00:00.000Z';

  test('once, with the outage and the due time that holds now', async () => {
    await taken('prompt', 'remind-1');
    await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', RECEIVED));
    await outage(...OVER_DUE);
    await catchUp(OVER_DUE[1]);
    await catchUp(OVER_DUE[1]); // tried again after a crash
    const [letter, ...others] = await receipts();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      person: 'p-ana',
      about: [committee.owed('ana')],
      not_before: OVER_DUE[1],
    });
    expect(letter?.document).toContain('Đính chính biên nhận');
    expect(letter?.document).toContain('đúng hạn');
    expect(letter?.document).toContain('16/12/2020');
  });

  test('for nobody whose receipt said "in time"', async () => {
    await taken('prompt', 'remind-1');
    await takeSubmission(
      register.pool,
      report(committee, 'ana', 'p-ana', '2020-12-14T16:00:00.000Z'),
    );
    await outage(...OVER_DUE);
    await catchUp(OVER_DUE[1]);
    expect(await receipts()).toEqual([]);
  });

  test('not while something else that it covers is still late', async () => {
    await taken('prompt', 'remind-1');
    const earlier = await committee.open('2020-11-28', '2020-11-25T01:00:00.000Z');
    const both = [`${earlier}/ana`, committee.owed('ana')];
    await takeSubmission(
      register.pool,
      report(committee, 'ana', 'p-ana', RECEIVED, { obligationIds: both }),
    );
    await outage(...OVER_DUE);
    await catchUp(OVER_DUE[1]);
    expect((await ofAna()).outcome).toBe('on-time');
    expect(await receipts()).toEqual([]);
  });
});

test('an outage over the due time is made good where everybody has handed in by now', async () => {
  await register.pool.query(
    `update obligation set closed_as = 'excused', closed_at = $3 where period_id = $1 and id <> $2`,
    [committee.period, committee.owed('ana'), DECEMBER.remind],
  );
  await takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', '2020-12-15T01:00:00.000Z'),
  );
  await outage(...OVER_DUE);
  expect((await readAgenda(register.pool, committee.period)).missed).toBe(true);
  expect((await catchUp(OVER_DUE[1])).missed).toBe(false);
  expect((await ofAna()).outcome).toBe('on-time');
});

test('tells each person once, in one letter for all capacities, with both dates', async () => {
  await taken('prompt', 'remind-1');
  await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', '2020-12-10T03:00:00.000Z'),
  );
  await outage(...OVER_DUE);
  await catchUp(OVER_DUE[1]);
  expect(await told()).toEqual([
    'p-ana',
    'p-deputy',
    'p-office',
    'p-third',
    'p-unit-1',
    'p-unit-2',
    'p-unit-3',
  ]);
  const [toAna] = await catchUpLetters();
  expect(toAna?.about).toEqual([committee.owed('ana'), committee.owed('sub-ana')].toSorted());
  expect(toAna?.document).toContain('14/12/2020');
  expect(toAna?.document).toContain('16/12/2020');
  expect(await logOf(register.pool, `${committee.period}/main`)).toContain('outage-made-good');
});

test('two periods that were down together are one letter, some minutes after the first was made good', async () => {
  await taken('prompt', 'remind-1');
  const later = await committee.open('2020-12-28', '2020-12-23T01:00:00.000Z');
  await finishStep(
    register.pool,
    { scheduleId: `${later}/main`, stepKey: 'prompt' },
    '2020-12-14T00:00:00.000Z',
  );
  await register.pool.query(
    `update schedule_step set at = '2020-12-15T01:00:00Z' where schedule_id = $1 and key = 'remind-1'`,
    [`${later}/main`],
  );
  await outage(...OVER_DUE);
  await catchUp(OVER_DUE[1]);
  expect(await catchUpLetters()).toEqual([]);
  expect(await round(OVER_DUE[1])).toEqual({
    at: null,
    ended: false,
    catchUpAt: '2020-12-15T02:05:00.000Z',
  });
  await activities.ladder.catchUp({ periodId: later, now: '2020-12-15T02:00:10.000Z' });
  const toBinh = (await told()).filter((person) => person === 'p-binh');
  expect(toBinh).toHaveLength(1);
  const letter = (await catchUpLetters()).find(({ person }) => person === 'p-binh');
  expect(letter?.about).toEqual([committee.owed('binh'), `${later}/binh`]);
  expect(letter?.document).toContain('16/12/2020');
  expect(letter?.document).toContain('28/12/2020');
  expect(await round(OVER_DUE[1])).toEqual({ at: null, ended: false });
});

test('whoever reports before the letter is written is left out of it', async () => {
  await taken('prompt', 'remind-1');
  await outage(...OVER_DUE);
  await catchUp(OVER_DUE[1]);
  const reported = report(committee, 'binh', 'p-binh', '2020-12-15T02:01:00.000Z');
  await takeSubmission(register.pool, reported);
  expect(await told()).not.toContain('p-binh');
});

test('whoever reports while the letter is being written is left out of it', async () => {
  await taken('prompt', 'remind-1');
  await outage(...OVER_DUE);
  await catchUp(OVER_DUE[1]);
  const reported = report(committee, 'binh', 'p-binh', '2020-12-15T02:01:00.000Z');
  const results = await race(
    register.pool,
    committee.id,
    () => takeSubmission(register.pool, reported),
    told,
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  const letters = await catchUpLetters();
  expect(letters.map(({ person }) => person)).toContain('p-ana');
  expect(letters.map(({ person }) => person)).not.toContain('p-binh');
});

test('made good once, it is not made good again', async () => {
  await taken('prompt', 'remind-1');
  await outage(...OVER_DUE);
  const first = await catchUp(OVER_DUE[1]);
  const letters = await told();
  expect(await catchUp('2020-12-15T02:01:00.000Z')).toEqual(first);
  expect(await told()).toEqual(letters);
  expect((await ofAna()).due_at).toBe('2020-12-16T17:00:00.000Z');
});

test('after an outage over the lock silence counts a working day later, and the rungs keep their distance', async () => {
  await taken('prompt', 'remind-1', 'due', 'overdue');
  await outage('2020-12-15T03:00:00.000Z', '2020-12-15T09:00:00.000Z');
  await catchUp('2020-12-15T09:00:00.000Z');
  const ana = await ofAna();
  expect(ana).toMatchObject({ due_at: DECEMBER.due, lock_at: '2020-12-16T04:00:00.000Z' });
  expect(await stepsOf(register.pool, ana.schedule_id)).toMatchObject({
    lock: '2020-12-16T04:00:00.000Z',
    'rung-deputy': '2020-12-16T04:00:00.000Z',
    'rung-chair': '2020-12-17T04:00:00.000Z',
  });
  // late by the due time that stands, though the lock has moved
  const receipt = await takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', '2020-12-16T03:00:00.000Z'),
  );
  expect(receipt.late).toBe(true);
});

test('one letter stands for the reminder that was missed; no date moves', async () => {
  await taken('prompt');
  await outage('2020-12-14T00:30:00.000Z', '2020-12-14T03:00:00.000Z');
  const agenda = await catchUp('2020-12-14T03:00:00.000Z');
  expect(agenda.steps.map(({ key }) => key)).not.toContain('remind-1');
  expect(await ofAna()).toMatchObject({
    due_at: DECEMBER.due,
    schedule_id: `${committee.period}/main`,
  });
  expect((await told()).length).toBeGreaterThan(0);
});

test('a missed prompt is itself the letter, since it brings the outline', async () => {
  await outage('2020-12-09T00:30:00.000Z', '2020-12-09T05:00:00.000Z');
  const agenda = await catchUp('2020-12-09T05:00:00.000Z');
  expect(agenda.steps[0]).toMatchObject({ key: 'prompt', ready: true });
  expect(await told()).toEqual([]);
});

test('an outage over the lock within the tolerance moves nothing and strikes no letter', async () => {
  await taken('prompt', 'remind-1', 'due', 'overdue');
  await outage('2020-12-15T03:50:00.000Z', '2020-12-15T04:15:00.000Z');
  const agenda = await catchUp('2020-12-15T04:15:00.000Z');
  expect(await ofAna()).toMatchObject({ due_at: DECEMBER.due, lock_at: DECEMBER.lock });
  expect(agenda.steps.map(({ key }) => key)).toContain('lock');
  expect(await told()).toEqual([]);
});

test('rungs skipped by an outage are taken in order, each its own working days after the last', async () => {
  await taken('prompt', 'remind-1', 'due', 'overdue', 'lock');
  await register.pool.query(
    `update schedule_step set at = '2020-12-16T04:00:00Z' where schedule_id = $1 and key = 'rung-deputy'`,
    [`${committee.period}/main`],
  );
  await outage('2020-12-16T02:00:00.000Z', '2020-12-17T02:00:00.000Z');
  const agenda = await catchUp('2020-12-17T02:00:00.000Z');
  const rungs = agenda.steps.filter(
    ({ kind, scheduleId }) => kind === 'rung' && scheduleId.endsWith('/main'),
  );
  expect(rungs.map(({ key, at }) => [key, at])).toEqual([
    ['rung-deputy', '2020-12-16T04:00:00.000Z'], // due now
    ['rung-chair', '2020-12-18T02:00:00.000Z'],
  ]);
});
