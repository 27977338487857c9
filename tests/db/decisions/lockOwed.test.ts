import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { askForSupplement } from '../../../db/decisions/askForSupplement.ts';
import { cancelProcess } from '../../../db/decisions/cancelProcess.ts';
import { closePeriod } from '../../../db/decisions/closePeriod.ts';
import { pauseProcess } from '../../../db/decisions/pauseProcess.ts';
import { reassign } from '../../../db/decisions/reassign.ts';
import { resumeProcess } from '../../../db/decisions/resumeProcess.ts';
import { takeOutPeriod } from '../../../db/decisions/takeOutPeriod.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  DECEMBER,
  decidedByChair,
  obligationRow,
  openPromptedCommittee,
  race,
  report,
} from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openPromptedCommittee(register.pool));
/** A Thursday, before the due time. */
const BEFORE = '2020-12-10T03:00:00.000Z';
/** After the due times of the reports and of the certificate. */
const AFTER = '2020-12-15T05:00:00.000Z';
const reason = 'The chair decided so.';

const passOn = (at: string) => () =>
  reassign(register.pool, {
    ...decidedByChair(committee, at),
    decision: { obligation: committee.owed('binh'), to: 'chair', reason, dueDate: '2020-12-18' },
    compose: () => [],
  });
const ofProcess = (at: string) => ({
  ...decidedByChair(committee, at),
  processId: 'reports',
  decision: { reason },
});
const close = () =>
  closePeriod(register.pool, {
    ...decidedByChair(committee, AFTER),
    decision: { reason },
    whenClosed: async () => [],
  });
const cancel = () => cancelProcess(register.pool, { ...ofProcess(AFTER), compose: () => [] });
const chairs = () => obligationRow(register.pool, committee.owed('chair'));

/** One adds something that is owed, the other waits for it and has seen the register before. */
const meeting = async (adds: () => Promise<unknown>, waits: () => Promise<unknown>) => {
  const [first, second] = await race(register.pool, committee.period, adds, waits);
  expect(first.status).toBe('fulfilled');
  return second;
};

describe('what is passed on to somebody at the same instant', () => {
  test('keeps the period from being closed: it is not due yet', async () => {
    const closed = await meeting(passOn(AFTER), close);
    expect(closed).toMatchObject({ status: 'rejected', reason: { failure: 'Conflict' } });
    expect(await chairs()).toMatchObject({ outcome: 'open' });
  });

  test('is cancelled with the rest of its process, and so is the certificate that it brought', async () => {
    expect((await meeting(passOn(AFTER), cancel)).status).toBe('fulfilled');
    const { rows } = await register.pool.query(
      `select id from obligation where period_id = $1 and outcome = 'open'`,
      [committee.period],
    );
    expect(rows).toEqual([]);
  });

  test('is skipped with the rest of its period', async () => {
    const skip = () =>
      takeOutPeriod(register.pool, {
        ...ofProcess(AFTER),
        decision: { key: DECEMBER.key, into: null, parties: null, reason },
        composeReversed: () => [],
        compose: () => [],
      });
    expect((await meeting(passOn(AFTER), skip)).status).toBe('fulfilled');
    expect(await chairs()).toMatchObject({ outcome: 'cancelled' });
  });

  test('is moved with the rest where the pause ends', async () => {
    await pauseProcess(register.pool, ofProcess(BEFORE));
    const resume = () =>
      resumeProcess(register.pool, {
        ...ofProcess('2020-12-16T03:00:00.000Z'),
        whenClosed: async () => [],
        compose: () => [],
      });
    const resumed = await meeting(passOn('2020-12-11T03:00:00.000Z'), resume);
    expect(resumed.status).toBe('fulfilled');
    expect((await chairs()).due_at > '2020-12-18T17:00:00.000Z').toBe(true);
  });
});

describe('a supplement that is asked for at the same instant', () => {
  let submission: string;
  beforeEach(async () => {
    const handedIn = report(committee, 'ana', 'p-ana', DECEMBER.remind);
    await takeSubmission(register.pool, handedIn);
    submission = handedIn.id;
  });
  const ask = () =>
    askForSupplement(register.pool, {
      ...decidedByChair(committee, AFTER),
      decisionId: randomUUID(),
      decision: {
        submission,
        comment: 'Chapter two is missing.',
        missing: [],
        dueDate: '2020-12-18',
        dueTime: '11:00',
        obligations: [committee.owed('ana')],
      },
      compose: () => [],
    });
  const asked = () => obligationRow(register.pool, committee.owed('ana', 'supplement-1'));

  test('keeps the period from being closed: it is not due yet', async () => {
    const closed = await meeting(ask, close);
    expect(closed).toMatchObject({ status: 'rejected', reason: { failure: 'Conflict' } });
    expect(await asked()).toMatchObject({ outcome: 'open' });
  });

  test('is cancelled with the rest of its process', async () => {
    expect((await meeting(ask, cancel)).status).toBe('fulfilled');
    expect(await asked()).toMatchObject({ outcome: 'cancelled' });
  });
});
