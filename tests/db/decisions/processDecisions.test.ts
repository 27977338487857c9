import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { roundWorkflowId } from '../../../contracts/ids.ts';
import { cancelProcess } from '../../../db/decisions/cancelProcess.ts';
import { extend } from '../../../db/decisions/extend.ts';
import { pauseProcess } from '../../../db/decisions/pauseProcess.ts';
import { resumeProcess } from '../../../db/decisions/resumeProcess.ts';
import { queueLetters } from '../../../db/letters/queueLetters.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { listProcesses } from '../../../db/reading/notices.ts';
import { readObligation } from '../../../db/reading/obligations.ts';
import { readPeriod } from '../../../db/reading/periods.ts';
import { readSubmission } from '../../../db/submissions/readSubmission.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  type Committee,
  DECEMBER,
  letter,
  obligationRow,
  openCommittee,
  openPromptedCommittee,
  report,
  takeWake,
} from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openPromptedCommittee(register.pool));
let ana: string;
const PAUSED = '2020-12-10T03:00:00.000Z';
const RESUMED = '2020-12-15T03:00:00.000Z';

beforeEach(() => {
  ana = committee.owed('ana');
});

const deciding = (at: string) => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  processId: 'reports',
  actor: { id: 'person:p-chair', capacity: 'chair' },
  at,
  decision: { reason: 'A storm is coming.' },
  whenClosed: async () => [],
  compose: () => [],
});
const pause = (at = PAUSED) => pauseProcess(register.pool, deciding(at));
const resume = (at = RESUMED) => resumeProcess(register.pool, deciding(at));
const periodState = async (id: string) => {
  const { rows } = await register.pool.query<{ state: string }>(
    'select state from period where id = $1',
    [id],
  );
  return rows[0]?.state;
};

test('pausing stops the open periods and wakes their follow-ups; submissions are taken meanwhile', async () => {
  const { woken } = await pause();
  expect(woken).toEqual([committee.period]);
  expect((await readAgenda(register.pool, committee.period)).state).toBe('paused');
  expect(await takeWake(register.pool, committee.period)).toBe(true);
  expect(
    await takeSubmission(
      register.pool,
      report(committee, 'ana', 'p-ana', '2020-12-12T03:00:00.000Z'),
    ),
  ).toMatchObject({
    late: false,
  });
});

test('pausing stops reminders that still wait to leave, and nothing else', async () => {
  const other = await openCommittee(register.pool);
  const waiting = (kind: 'prompt' | 'remind', where: Committee) =>
    inTransaction(register.pool, (transaction) =>
      queueLetters(transaction, {
        noticeId: where.id,
        now: PAUSED,
        letters: [letter(kind, 'p-ana', [where.owed('ana')], PAUSED)],
      }),
    );
  await waiting('prompt', committee);
  await waiting('remind', committee);
  await waiting('remind', other);
  await pause();
  const { rows } = await register.pool.query(
    `select kind, state from letter where notice_id = any($1) order by kind, state`,
    [[committee.id, other.id]],
  );
  expect(rows).toEqual([
    { kind: 'prompt', state: 'queued' },
    { kind: 'remind', state: 'queued' },
    { kind: 'remind', state: 'stopped' },
  ]);
});

test('resuming moves what is open by the paused span and keeps the old date', async () => {
  await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', '2020-12-09T03:00:00.000Z'),
  );
  await pause();
  const { woken } = await resume();
  expect(woken).toEqual([committee.period, roundWorkflowId(committee.id)]);
  expect(await obligationRow(register.pool, ana)).toMatchObject({
    original_due_at: DECEMBER.due,
    due_at: '2020-12-19T17:00:00.000Z', // five days later, to the millisecond
    lock_at: '2020-12-21T04:00:00.000Z', // 11:00 on the first working day after, as its ladder says
  });
  expect(await obligationRow(register.pool, committee.owed('binh'))).toMatchObject({
    due_at: DECEMBER.due,
  });
  expect(await periodState(committee.period)).toBe('open');
  const { rows } = await register.pool.query(
    `select reason, last_day from schedule s join obligation o on o.schedule_id = s.id where o.id = $1`,
    [ana],
  );
  expect(rows).toEqual([{ reason: 'pause', last_day: '2020-12-19' }]);
});

test('who reports during the pause, after the old due time, is neither late then nor afterwards', async () => {
  await pause();
  const binh = committee.owed('binh');
  const receipt = await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', '2020-12-15T02:00:00.000Z'),
  );
  expect(receipt.late).toBe(false);
  const page = await readObligation(register.pool, binh, '2020-12-15T02:30:00.000Z');
  expect(page?.status).toBe('done-on-time');
  await resume();
  expect(await obligationRow(register.pool, binh)).toMatchObject({
    outcome: 'on-time',
    original_due_at: DECEMBER.due,
    due_at: '2020-12-19T17:00:00.000Z',
  });
});

test('what comes in after a due time that a running pause is moving is on time wherever it is counted', async () => {
  await pause();
  const at = '2020-12-15T02:00:00.000Z';
  const { submissionId } = await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', at),
  );
  const period = await readPeriod(register.pool, committee.period);
  expect(period?.counts.main).toMatchObject({ 'on-time': 1 });
  expect(period?.counts.main).not.toHaveProperty('late');
  const processes = await listProcesses(register.pool, committee.id, 'reports');
  expect(processes.map(({ obligations }) => obligations['on-time'])).toEqual([1]);
  const { covers } = await readSubmission(register.pool, submissionId);
  expect(covers.map(({ outcome }) => outcome)).toEqual(['on-time']);
});

test('who was late before the pause stays late', async () => {
  await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', '2020-12-15T02:00:00.000Z'),
  );
  await pause('2020-12-15T03:00:00.000Z');
  const late = await takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', '2020-12-16T02:00:00.000Z'),
  );
  expect(late.late).toBe(true); // its due time was over before the pause
  await resume('2020-12-17T03:00:00.000Z');
  for (const party of ['ana', 'binh']) {
    expect(await obligationRow(register.pool, committee.owed(party))).toMatchObject({
      outcome: 'late',
      due_at: DECEMBER.due,
    });
  }
});

test('after a resume the prompt that went out is not sent again', async () => {
  await pause();
  await resume();
  const { schedule_id } = await obligationRow(register.pool, ana);
  const { steps } = await readAgenda(register.pool, committee.period);
  const keys = steps.filter(({ scheduleId }) => scheduleId === schedule_id).map(({ key }) => key);
  expect(keys).not.toContain('prompt');
  expect(keys).toContain('lock');
});

test('a period that opened and fell due inside the pause is recorded as paused', async () => {
  await pause();
  const inside = await committee.open('2020-12-28', '2020-12-23T01:00:00.000Z');
  await takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', '2020-12-24T03:00:00.000Z', {
      obligationIds: [`${inside}/ana`],
    }),
  );
  await resume('2020-12-30T03:00:00.000Z');
  expect(await periodState(inside)).toBe('closed');
  expect((await obligationRow(register.pool, `${inside}/binh`)).outcome).toBe('paused');
  expect((await obligationRow(register.pool, `${inside}/ana`)).outcome).toBe('on-time');
  expect(await periodState(committee.period)).toBe('open');
});

test('a period that opens after the resume keeps its dates', async () => {
  await pause();
  await resume();
  const later = await committee.open('2020-12-28', '2020-12-23T01:00:00.000Z');
  expect(await obligationRow(register.pool, `${later}/ana`)).toMatchObject({
    due_at: '2020-12-28T17:00:00.000Z',
  });
});

test('an extension decided during the pause stood still only from then', async () => {
  await pause();
  await extend(register.pool, {
    ...deciding('2020-12-13T03:00:00.000Z'),
    periodId: committee.period,
    decision: {
      obligations: [ana],
      dueDate: '2020-12-21',
      boundary: 'by',
      reason: 'The storm again.',
    },
    compose: () => [],
  });
  await resume();
  expect((await obligationRow(register.pool, ana)).due_at).toBe('2020-12-23T17:00:00.000Z');
});

test('an extension beyond the pause outlives a period that is recorded as paused', async () => {
  await pause();
  const inside = await committee.open('2020-12-28', '2020-12-23T01:00:00.000Z');
  await extend(register.pool, {
    ...deciding('2020-12-24T03:00:00.000Z'),
    periodId: inside,
    decision: {
      obligations: [`${inside}/ana`],
      dueDate: '2021-01-08',
      boundary: 'by',
      reason: 'The storm again.',
    },
    compose: () => [],
  });
  await takeSubmission(
    register.pool,
    report(committee, 'unit-1', 'p-unit-1', '2020-12-29T03:00:00.000Z', {
      obligationIds: [`${inside}/unit-1`],
    }),
  );
  await resume('2020-12-30T03:00:00.000Z');
  expect(await obligationRow(register.pool, `${inside}/ana`)).toMatchObject({
    outcome: 'open',
    due_at: '2021-01-14T17:00:00.000Z', // it stood still for six days since the extension
  });
  expect((await obligationRow(register.pool, `${inside}/binh`)).outcome).toBe('paused');
  expect((await obligationRow(register.pool, `${inside}/unit-1`)).outcome).toBe('on-time');
  expect(await periodState(inside)).toBe('open');
});

test('decides once, and refuses what the state does not allow', async () => {
  await expect(resume()).rejects.toMatchObject({ failure: 'Conflict' });
  const input = deciding(PAUSED);
  const first = await pauseProcess(register.pool, input);
  expect(await pauseProcess(register.pool, input)).toEqual(first);
  await expect(pause()).rejects.toMatchObject({ failure: 'Conflict' });
  const resuming = deciding(RESUMED);
  const resumed = await resumeProcess(register.pool, resuming);
  expect(await resumeProcess(register.pool, resuming)).toEqual(resumed);
  expect((await obligationRow(register.pool, ana)).due_at).toBe('2020-12-19T17:00:00.000Z');
  await expect(
    pauseProcess(register.pool, { ...deciding(PAUSED), processId: 'none' }),
  ).rejects.toMatchObject({ failure: 'NotFound' });
});

test('two pauses in a row add up', async () => {
  await pause();
  await resume('2020-12-11T03:00:00.000Z');
  await pause('2020-12-12T03:00:00.000Z');
  await resume('2020-12-14T03:00:00.000Z');
  expect(await obligationRow(register.pool, ana)).toMatchObject({
    original_due_at: DECEMBER.due,
    due_at: '2020-12-17T17:00:00.000Z',
  });
});

test('cancelling closes what is open, keeps what was reported, and can be done while paused', async () => {
  await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', '2020-12-09T03:00:00.000Z'),
  );
  await pause();
  const { woken } = await cancelProcess(register.pool, deciding('2020-12-12T03:00:00.000Z'));
  expect(woken).toEqual([committee.period]);
  expect((await obligationRow(register.pool, ana)).outcome).toBe('cancelled');
  expect((await obligationRow(register.pool, committee.owed('binh'))).outcome).toBe('on-time');
  expect(await periodState(committee.period)).toBe('cancelled');
  await expect(cancelProcess(register.pool, deciding(RESUMED))).rejects.toMatchObject({
    failure: 'Conflict',
  });
  await expect(
    takeSubmission(register.pool, report(committee, 'ana', 'p-ana', RESUMED)),
  ).rejects.toMatchObject({
    failure: 'Conflict',
  });
});
