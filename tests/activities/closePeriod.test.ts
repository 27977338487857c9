import { beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { noticeWorkflowId, processWorkflowId } from '../../contracts/ids.ts';
import { extend } from '../../db/decisions/extend.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import {
  DECEMBER,
  decidedByChair,
  findingState,
  logOf,
  obligationRow,
  openCommittee,
  race,
  report,
  takeWake,
} from '../support/register.ts';
import { ALL, activitiesOf, sendAll, stepOf } from './support/activitiesOf.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let activities: Activities;

beforeAll(() => {
  activities = activitiesOf(register.pool);
});

const prompted = async () => {
  const step = { ...stepOf(committee, 'prompt', DECEMBER.prompt), batch: ALL };
  await activities.ladder.sendPrompts(step);
  await sendAll(register.pool, DECEMBER.prompt);
};
/** Takes the close of every schedule, the last of which closes the period. */
async function close(now: string = DECEMBER.close): Promise<void> {
  const agenda = await activities.record.readAgenda({ periodId: committee.period, now });
  for (const { key, scheduleId } of agenda.steps.filter(({ kind }) => kind === 'close')) {
    const step = { periodId: committee.period, scheduleId, stepKey: key, now };
    await activities.ladder.closePeriod(step);
    await activities.record.finishStep(step);
  }
}
const state = async () => {
  const { rows } = await register.pool.query('select state, closed_at from period where id = $1', [
    committee.period,
  ]);
  return rows[0];
};

test('closes the period with its last schedule, says how it ended, and wakes process and notice once', async () => {
  await prompted();
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', DECEMBER.remind));
  await close();
  expect(await state()).toEqual({ state: 'closed', closed_at: DECEMBER.close });
  const { rows } = await register.pool.query(
    `select detail from log where subject = $1 and action = 'period-closed'`,
    [committee.period],
  );
  expect(rows).toEqual([{ detail: { open: 9, 'on-time': 1 } }]); // eight others and the certificate
  expect(await takeWake(register.pool, processWorkflowId(committee.id, 'reports'))).toBe(true);
  expect(await takeWake(register.pool, noticeWorkflowId(committee.id))).toBe(true);

  await activities.ladder.closePeriod(stepOf(committee, 'close', DECEMBER.close));
  const closings = await logOf(register.pool, committee.period);
  expect(closings.filter((action) => action === 'period-closed')).toHaveLength(1);
  expect(await takeWake(register.pool, noticeWorkflowId(committee.id))).toBe(false);
});

const extendBinh = (at: string) =>
  extend(register.pool, {
    ...decidedByChair(committee, at),
    decision: {
      obligations: [committee.owed('binh')],
      dueDate: '2020-12-28',
      boundary: 'by',
      reason: 'A flood.',
    },
    compose: () => [],
  });

test('stays open while somebody extended is still followed', async () => {
  await prompted();
  await extendBinh('2020-12-11T03:00:00.000Z');
  await activities.ladder.closePeriod(stepOf(committee, 'close', DECEMBER.close));
  expect((await state())?.state).toBe('open');
});

test('stays open where somebody is extended at the very instant of its close', async () => {
  await prompted();
  const earlier = stepOf(committee, 'close', DECEMBER.close, 'certificate');
  await activities.record.finishStep(earlier);
  const results = await race(
    register.pool,
    committee.id,
    () => extendBinh(DECEMBER.close),
    () => activities.ladder.closePeriod(stepOf(committee, 'close', DECEMBER.close)),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect((await state())?.state).toBe('open');
});

test('withholds what silence would have led to where the office never certified', async () => {
  await prompted();
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', DECEMBER.remind));
  await close();
  const { rows } = await register.pool.query(
    `select state, doubts from finding where obligation_id = $1`,
    [committee.owed('binh')],
  );
  expect(rows).toEqual([{ state: 'withheld', doubts: ['not-certified'] }]);
  expect(await findingState(register.pool, committee.owed('ana'))).toBeUndefined();
});

test('accepts what nobody has reviewed in five working days', async () => {
  await prompted();
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', DECEMBER.remind));
  await close();
  const { rows } = await register.pool.query(
    `select s.review from submission s join submission_obligation so on so.submission_id = s.id where so.obligation_id = $1`,
    [committee.owed('ana')],
  );
  expect(rows).toEqual([{ review: 'accepted-by-time' }]);
});

test('writes into the log once how a track stood at its due time', async () => {
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', DECEMBER.remind));
  const due = stepOf(committee, 'due', DECEMBER.due);
  await activities.ladder.fallDue(due);
  await activities.ladder.fallDue({ ...due, now: '2020-12-14T17:01:00.000Z' });
  const { rows } = await register.pool.query(
    `select detail from log where subject = $1 and action = 'fell-due'`,
    [due.scheduleId],
  );
  expect(rows).toEqual([{ detail: { open: 8, 'on-time': 1 } }]);
  expect((await obligationRow(register.pool, committee.owed('binh'))).outcome).toBe('open');
});
