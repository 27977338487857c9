import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { catchUpPeriod } from '../../../activities/steps/catchUp.ts';
import type { Instant } from '../../../contracts/plan.ts';
import { certify } from '../../../db/decisions/certify.ts';
import { extend } from '../../../db/decisions/extend.ts';
import { pauseProcess } from '../../../db/decisions/pauseProcess.ts';
import { resumeProcess } from '../../../db/decisions/resumeProcess.ts';
import { dropCertificate } from '../../../db/periods/dropCertificate.ts';
import { finishStep } from '../../../db/periods/finishStep.ts';
import { isCertified } from '../../../db/periods/isCertified.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  type Committee,
  DECEMBER,
  obligationRow,
  openCommittee,
  report,
  stepsOf,
  takeWake,
} from '../../support/register.ts';

let register: FreshDatabase;
let committee: Committee;
beforeAll(async () => {
  register = await freshDatabase();
});
afterAll(() => register.close());
beforeEach(async () => {
  committee = await openCommittee(register.pool);
});

const EXTENDED = {
  due: '2020-12-17T17:00:00.000Z',
  prompt: '2020-12-18T00:45:00.000Z',
  lock: '2020-12-18T04:00:00.000Z',
} as const;
const deciding = (at: Instant) => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  actor: { id: 'person:p-chair', capacity: 'chair' },
  at,
});
const certifyAt = (at: Instant) =>
  certify(register.pool, {
    ...deciding(at),
    periodId: committee.period,
    personId: 'p-office',
    channel: 'link',
    decision: { book: true, tray: true, zalo: true },
  });
const extendAt = (at: Instant, parties: string[]) =>
  extend(register.pool, {
    ...deciding(at),
    periodId: committee.period,
    decision: {
      obligations: parties.map((party) => committee.owed(party)),
      dueDate: '2020-12-17',
      boundary: 'by',
      reason: 'A storm is coming.',
    },
    compose: () => [],
  });
const process = (at: Instant) => ({
  ...deciding(at),
  processId: 'reports',
  decision: { reason: 'A storm is coming.' },
});
const resumeAt = (at: Instant) =>
  resumeProcess(register.pool, {
    ...process(at),
    compose: () => [],
    whenClosed: async () => [],
  });
const MEMBERS = ['ana', 'binh', 'vacant', 'deputy', 'third', 'sub-ana'];
const UNITS = ['unit-1', 'unit-2', 'unit-3'];

/** Every certificate of the period, the earliest first. */
async function certificates() {
  const { rows } = await register.pool.query<{
    id: string;
    outcome: string;
    due_at: Instant;
    schedule_id: string;
    original_due_at: Instant;
  }>(
    `select id, outcome, due_at, original_due_at, schedule_id from obligation
     where period_id = $1 and deliverable = 'certificate' order by due_at, id`,
    [committee.period],
  );
  return rows;
}

/** Whether the lock of a party's schedule may be taken. */
async function isLockReady(party: string): Promise<boolean | undefined> {
  const { schedule_id } = await obligationRow(register.pool, committee.owed(party));
  const { steps } = await readAgenda(register.pool, committee.period);
  return steps.find(({ kind, scheduleId }) => kind === 'lock' && scheduleId === schedule_id)?.ready;
}

test('nothing is certified before the reports are due', async () => {
  await expect(certifyAt('2020-12-09T03:00:00.000Z')).rejects.toMatchObject({
    failure: 'Conflict',
  });
  expect(await isLockReady('ana')).toBe(false);
  await certifyAt(DECEMBER.due);
  expect(await isLockReady('ana')).toBe(true);
});

test('an extension after the certificate has one of its own, at its own lock; what was certified stays so', async () => {
  await certifyAt('2020-12-15T02:00:00.000Z');
  await extendAt('2020-12-15T03:00:00.000Z', ['ana']);
  const [first, further] = await certificates();
  expect(first).toMatchObject({ outcome: 'on-time', due_at: DECEMBER.lock });
  expect(further).toMatchObject({ outcome: 'open', due_at: EXTENDED.lock });
  expect(await stepsOf(register.pool, further?.schedule_id ?? '')).toMatchObject({
    prompt: EXTENDED.prompt,
    lock: EXTENDED.lock,
  });
  expect(await isLockReady('binh')).toBe(true);
  expect(await isLockReady('ana')).toBe(false);
  expect(await isCertified(register.pool, committee.period, EXTENDED.due)).toBe(false);

  await expect(certifyAt('2020-12-16T03:00:00.000Z')).rejects.toMatchObject({
    failure: 'Conflict',
  });
  await certifyAt('2020-12-18T02:00:00.000Z');
  expect(await isLockReady('ana')).toBe(true);
  expect(await isCertified(register.pool, committee.period, EXTENDED.due)).toBe(true);
  expect((await certificates()).map(({ outcome }) => outcome)).toEqual(['on-time', 'on-time']);
});

test('once whoever was extended has reported, the office is not asked about it', async () => {
  await certifyAt('2020-12-15T02:00:00.000Z');
  await extendAt('2020-12-15T03:00:00.000Z', ['ana']);
  await takeWake(register.pool, committee.period);
  const now = '2020-12-16T03:00:00.000Z';
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', now));
  expect(await takeWake(register.pool, committee.period)).toBe(true);
  await dropCertificate(register.pool, { periodId: committee.period, now });
  expect((await certificates()).map(({ outcome }) => outcome)).toEqual(['on-time', 'cancelled']);
});

test('an extension before the certificate is asked about apart, each at its time', async () => {
  await extendAt('2020-12-14T03:00:00.000Z', ['ana']);
  await certifyAt('2020-12-15T02:00:00.000Z');
  expect((await certificates()).map(({ outcome }) => outcome)).toEqual(['on-time', 'open']);
  expect(await isLockReady('binh')).toBe(true);
  expect(await isLockReady('ana')).toBe(false);
});

test('where all are extended the one certificate moves with them', async () => {
  await extendAt('2020-12-14T03:00:00.000Z', [...MEMBERS, ...UNITS]);
  expect(await certificates()).toMatchObject([
    { outcome: 'open', original_due_at: DECEMBER.lock, due_at: EXTENDED.lock },
  ]);
  expect(await isLockReady('ana')).toBe(false);
});

test('a certificate that was late already stands, and the extension is asked about beside it', async () => {
  const [own] = await certificates();
  const taken = { scheduleId: own?.schedule_id ?? '', stepKey: 'lock' };
  await finishStep(register.pool, taken, DECEMBER.lock);
  await extendAt('2020-12-15T05:00:00.000Z', [...MEMBERS, ...UNITS]);
  expect((await certificates()).map(({ due_at }) => due_at)).toEqual([
    DECEMBER.lock,
    EXTENDED.lock,
  ]);
  await certifyAt('2020-12-18T02:00:00.000Z');
  expect((await certificates()).map(({ outcome }) => outcome)).toEqual(['late', 'on-time']);
});

test('in a pause nothing is certified whose due time it holds back; after it the office is asked in time', async () => {
  await pauseProcess(register.pool, process('2020-12-14T03:00:00.000Z'));
  await expect(certifyAt('2020-12-15T02:00:00.000Z')).rejects.toMatchObject({
    failure: 'Conflict',
  });
  await resumeAt('2020-12-18T03:00:00.000Z');
  const [own, ...further] = await certificates();
  expect(further).toEqual([]);
  expect(own).toMatchObject({ original_due_at: DECEMBER.lock, due_at: '2020-12-21T04:00:00.000Z' });
  expect(await stepsOf(register.pool, own?.schedule_id ?? '')).toMatchObject({
    prompt: '2020-12-21T00:45:00.000Z',
    lock: '2020-12-21T04:00:00.000Z',
  });
  expect(await isLockReady('ana')).toBe(false);
  await certifyAt('2020-12-21T02:00:00.000Z');
  expect(await isLockReady('ana')).toBe(true);
});

test('a pause after the due time moves the certificate with the lock, and the prompt that went out is not sent again', async () => {
  const prompted = { scheduleId: `${committee.period}/certificate`, stepKey: 'prompt' };
  await finishStep(register.pool, prompted, '2020-12-15T00:45:00.000Z');
  await pauseProcess(register.pool, process('2020-12-15T02:00:00.000Z'));
  await resumeAt('2020-12-17T02:00:00.000Z');
  const [own] = await certificates();
  expect(own?.due_at).toBe('2020-12-17T04:00:00.000Z');
  const ahead = await stepsOf(register.pool, own?.schedule_id ?? '');
  expect(ahead).toMatchObject({ lock: '2020-12-17T04:00:00.000Z' });
  expect(ahead).not.toHaveProperty('prompt');
});

test('after an outage over due time and lock the office is asked once the reports are due', async () => {
  await finishStep(
    register.pool,
    { scheduleId: `${committee.period}/main`, stepKey: 'prompt' },
    DECEMBER.prompt,
  );
  await register.pool.query('insert into outage (began_at, ended_at) values ($1, $2)', [
    '2020-12-14T03:00:00.000Z',
    '2020-12-15T06:00:00.000Z',
  ]);
  await catchUpPeriod(register.pool, {
    periodId: committee.period,
    now: '2020-12-15T06:00:00.000Z',
  });
  const { due_at, lock_at } = await obligationRow(register.pool, committee.owed('ana'));
  expect(due_at).toBe('2020-12-16T17:00:00.000Z');
  expect(lock_at).toBe('2020-12-17T04:00:00.000Z');
  const [own, ...further] = await certificates();
  expect(further).toEqual([]);
  expect(own?.due_at).toBe('2020-12-17T04:00:00.000Z');
  expect(await stepsOf(register.pool, own?.schedule_id ?? '')).toMatchObject({
    prompt: '2020-12-17T00:45:00.000Z',
  });
});

test('where everybody has reported when the reports move, the office is not asked for nothing', async () => {
  await pauseProcess(register.pool, process('2020-12-10T03:00:00.000Z'));
  for (const [party, person] of [
    ...UNITS.map((unit) => [unit, `p-${unit}`] as const),
    ...(['ana', 'binh', 'deputy', 'third'] as const).map((id) => [id, `p-${id}`] as const),
    ['sub-ana', 'p-ana'] as const,
  ]) {
    await takeSubmission(
      register.pool,
      report(committee, party, person, '2020-12-11T03:00:00.000Z'),
    );
  }
  await register.pool.query(
    `update obligation set closed_as = 'excused', closed_at = '2020-12-11T03:00:00.000Z' where id = $1`,
    [committee.owed('vacant')],
  );
  await resumeAt('2020-12-13T03:00:00.000Z');
  expect((await certificates()).map(({ outcome }) => outcome)).toEqual(['cancelled']);
});
