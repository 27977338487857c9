import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { extend } from '../../../db/decisions/extend.ts';
import { reverseFinding } from '../../../db/decisions/reverseFinding.ts';
import { toReview } from '../../../db/reading/desk.ts';
import { listPeriods } from '../../../db/reading/periods.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  DECEMBER,
  decidedByChair,
  obligationRow,
  openPromptedCommittee,
  recordFinding,
  report,
} from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openPromptedCommittee(register.pool));
const AFTER_LOCK = '2020-12-15T08:00:00.000Z';
const IN_EXTENSION = '2020-12-17T03:00:00.000Z';
let ana: string;

beforeEach(() => {
  ana = committee.owed('ana');
});

const extended = () =>
  extend(register.pool, {
    ...decidedByChair(committee, AFTER_LOCK),
    decision: {
      obligations: [ana],
      dueDate: '2020-12-18',
      boundary: 'by',
      reason: 'Flood in the commune.',
    },
    compose: () => [],
  });
const reported = () =>
  takeSubmission(register.pool, report(committee, 'ana', 'p-ana', IN_EXTENSION));
const counted = async () => {
  const [period] = (await listPeriods(register.pool, { noticeId: committee.id, limit: 10 })).items;
  const { open: _, ...others } = period?.counts.main ?? {};
  return others;
};

test('a report within an extension that was granted after lateness had been found is late, wherever it is counted', async () => {
  await recordFinding(register.pool, committee, ana, { at: DECEMBER.lock });
  await extended();
  const { late } = await reported();
  expect(late).toBe(true);
  expect((await obligationRow(register.pool, ana)).outcome).toBe('late');
  expect(await counted()).toEqual({ late: 1 });
  const desk = { noticeId: committee.id, parties: null, limit: 10 };
  expect((await toReview(register.pool, desk)).map((one) => one.late)).toEqual([true]);
});

test('what was withheld for a doubt makes nobody late', async () => {
  await recordFinding(register.pool, committee, ana, { doubts: ['not-certified'] });
  await extended();
  await reported();
  expect(await counted()).toEqual({ 'on-time': 1 });
});

test('once the finding is reversed it was on time, and the counters follow', async () => {
  const findingId = await recordFinding(register.pool, committee, ana, { at: DECEMBER.lock });
  await extended();
  await reported();
  await reverseFinding(register.pool, {
    ...decidedByChair(committee, IN_EXTENSION),
    decisionId: randomUUID(),
    findingId,
    decision: { reason: 'The book had been left at the post office.' },
    composeReversed: () => [],
  });
  expect((await obligationRow(register.pool, ana)).outcome).toBe('on-time');
  expect(await counted()).toEqual({ 'on-time': 1 });
});
