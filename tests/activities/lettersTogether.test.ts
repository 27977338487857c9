import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import type { Instant } from '../../contracts/plan.ts';
import { extend } from '../../db/decisions/extend.ts';
import { pauseProcess } from '../../db/decisions/pauseProcess.ts';
import { silentAt } from '../../db/escalation/silentAt.ts';
import { bounceLetter } from '../../db/letters/bounceLetter.ts';
import { messageIdOf } from '../../db/letters/queueLetters.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { inTransaction } from '../../db/transaction.ts';
import { ownRegister } from '../support/ownRegister.ts';
import { DECEMBER, race, report } from '../support/register.ts';
import { type Cycle, openTwoCycles, type TwoCycles } from '../support/twoCycles.ts';
import { ALL, activitiesOf, lettersOf, sendAll } from './support/activitiesOf.ts';

const register = ownRegister();
let notice: TwoCycles;
let ladder: Activities['ladder'];
let record: Activities['record'];

beforeAll(() => {
  ({ ladder, record } = activitiesOf(register.pool));
});
beforeEach(async () => {
  notice = await openTwoCycles(register.pool);
});

const step = (cycle: Cycle, stepKey: string, now: Instant) => ({
  periodId: notice.period(cycle),
  scheduleId: `${notice.period(cycle)}/main`,
  stepKey,
  now,
});
const prompt = async (cycle: Cycle, now: Instant = DECEMBER.prompt) => {
  await ladder.sendPrompts({ ...step(cycle, 'prompt', now), batch: ALL });
  await record.finishStep(step(cycle, 'prompt', now));
};
const bothPrompted = async () => {
  await prompt('reports');
  await prompt('progress');
};
const tell = (cycle: Cycle) =>
  ladder.sendOverdueNotices({ ...step(cycle, 'overdue', DECEMBER.overdue), batch: ALL });
const finish = (cycle: Cycle) => record.finishStep(step(cycle, 'overdue', DECEMBER.overdue));
const overdue = async () => lettersOf(register.pool, notice.id, 'overdue');
/** What the letters to one person are about, the letter about most first. */
const toldOf = async (person: string): Promise<string[][]> =>
  (await overdue())
    .filter((letter) => letter.person === person)
    .map(({ about }) => about)
    .toSorted((a, b) => b.length - a.length || (a.join() < b.join() ? -1 : 1));
const owed = (...of: [Cycle, string][]) => of.map((one) => notice.owed(...one)).toSorted();
const handIn = (cycle: Cycle, party: string, person: string, at: Instant) =>
  takeSubmission(register.pool, {
    ...report({ id: notice.id, owed: () => notice.owed(cycle, party) } as never, party, person, at),
  });
const anas = () => owed(['reports', 'ana'], ['reports', 'sub-ana'], ['progress', 'ana']);
const deciding = (at: Instant) => ({
  decisionId: randomUUID(),
  noticeId: notice.id,
  actor: { id: 'person:p-chair', capacity: 'chair' },
  at,
});

for (const [first, second] of [
  ['reports', 'progress'],
  ['progress', 'reports'],
] as const) {
  test(`tells one person in one letter of what two processes miss, whichever is first: ${first}`, async () => {
    await bothPrompted();
    await tell(first);
    await tell(first); // tried again
    await finish(first);
    await tell(second);
    await finish(second);
    expect(await toldOf('p-ana')).toEqual([anas()]);
    expect(await toldOf('p-unit-1')).toEqual([owed(['reports', 'unit-1'], ['progress', 'unit-1'])]);
    // the office is told apart of the post that nobody holds
    expect(await toldOf('p-office')).toEqual([owed(['reports', 'vacant'], ['progress', 'vacant'])]);
    const [letter] = (await overdue()).filter(({ person }) => person === 'p-ana');
    expect(letter?.key).toBe(`overdue/${notice.id}/~together/${DECEMBER.overdue}/p-ana`);
    expect(letter?.document).toContain('[Quá hạn] 2 việc – Kết luận số 3, Kết luận số 5');
    expect(letter?.document).toContain(`"obligationId": "${notice.owed('progress', 'ana')}"`);
  });
}

test('writes to whoever owes in one process alone the letter of that process', async () => {
  await bothPrompted();
  await tell('reports');
  const [letter] = (await overdue()).filter(({ person }) => person === 'p-binh');
  const { scheduleId } = step('reports', 'overdue', DECEMBER.overdue);
  expect(letter?.key).toBe(`overdue/${scheduleId}/overdue/p-binh`);
  expect(letter?.about).toEqual(owed(['reports', 'binh']));
  expect(letter?.document).toContain('[Quá hạn] Báo cáo kỳ 14/12/2020');
});

test('two steps that run at the same moment write one letter between them', async () => {
  await bothPrompted();
  const results = await race(
    register.pool,
    notice.owed('progress', 'ana'),
    () => tell('reports'),
    () => tell('progress'),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await toldOf('p-ana')).toEqual([anas()]);
  expect(await toldOf('p-unit-1')).toHaveLength(1);
  expect(await toldOf('p-office')).toHaveLength(1);
});

test('a report that comes while the letter is being written is not in it', async () => {
  await bothPrompted();
  const results = await race(
    register.pool,
    notice.owed('progress', 'ana'),
    () => handIn('progress', 'ana', 'p-ana', DECEMBER.overdue),
    () => tell('reports'),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await toldOf('p-ana')).toEqual([owed(['reports', 'ana'], ['reports', 'sub-ana'])]);
  await tell('progress');
  expect(await toldOf('p-ana')).toHaveLength(1);
});

test('what was asked for only at that very instant keeps apart, seen from either side', async () => {
  await prompt('reports');
  await prompt('progress', DECEMBER.overdue);
  await tell('reports');
  await finish('reports');
  await tell('progress');
  expect(await toldOf('p-ana')).toEqual([
    owed(['reports', 'ana'], ['reports', 'sub-ana']),
    owed(['progress', 'ana']),
  ]);
});

test('leaves out what a paused process asks, and what was never asked', async () => {
  await bothPrompted();
  await pauseProcess(register.pool, {
    ...deciding('2020-12-14T03:00:00.000Z'),
    processId: 'progress',
    decision: { reason: 'Chờ hướng dẫn.' },
  });
  await tell('reports');
  expect(await toldOf('p-ana')).toEqual([owed(['reports', 'ana'], ['reports', 'sub-ana'])]);
  notice = await openTwoCycles(register.pool);
  await prompt('reports');
  await tell('reports');
  expect(await toldOf('p-ana')).toEqual([owed(['reports', 'ana'], ['reports', 'sub-ana'])]);
});

test('an obligation whose date was moved has its own letters on its own dates', async () => {
  await bothPrompted();
  await extend(register.pool, {
    ...deciding('2020-12-10T03:00:00.000Z'),
    periodId: notice.period('progress'),
    decision: {
      obligations: owed(['progress', 'ana']),
      dueDate: '2020-12-17',
      boundary: 'by',
      reason: 'Đi công tác.',
    },
    compose: () => [],
  });
  await tell('progress');
  await tell('reports');
  expect(await toldOf('p-ana')).toEqual([owed(['reports', 'ana'], ['reports', 'sub-ana'])]);
  expect(await toldOf('p-unit-1')).toHaveLength(1);
});

test('whoever was told by one step alone before is not told of it again, and of the other by its own letter', async () => {
  await bothPrompted();
  const mine = step('reports', 'overdue', DECEMBER.overdue);
  await register.pool.query(
    `update schedule_step set at = at + interval '1 minute' where schedule_id = $1 and key = 'overdue'`,
    [mine.scheduleId],
  );
  await tell('reports');
  await register.pool.query(
    `update schedule_step set at = at - interval '1 minute' where schedule_id = $1 and key = 'overdue'`,
    [mine.scheduleId],
  );
  await tell('reports');
  await tell('progress');
  expect(await toldOf('p-ana')).toEqual([
    owed(['reports', 'ana'], ['reports', 'sub-ana']),
    owed(['progress', 'ana']),
  ]);
});

test('what an outage has touched keeps apart until it is made good, and at that instant', async () => {
  await bothPrompted();
  const { scheduleId } = step('progress', 'overdue', DECEMBER.overdue);
  const ofReports = owed(['reports', 'ana'], ['reports', 'sub-ana']);
  await register.pool.query(
    `update schedule_step set done_at = at where kind in ('remind', 'due') and schedule_id = $1`,
    [`${notice.period('reports')}/main`],
  );
  await register.pool.query(
    `insert into outage (began_at, ended_at) values ('2020-12-14T16:30:00Z', '2020-12-14T17:30:00Z')`,
  );
  try {
    await tell('reports');
    expect(await toldOf('p-ana')).toEqual([ofReports]);
    await register.pool.query(`update schedule set caught_up_at = $2 where id = $1`, [
      scheduleId,
      DECEMBER.overdue,
    ]);
    await tell('progress');
    expect(await toldOf('p-ana')).toEqual([ofReports, owed(['progress', 'ana'])]);
  } finally {
    await register.pool.query("update outage set began_at = '2019-01-01', ended_at = '2019-01-02'");
  }
});

test('whatever comes to somebody after the one letter was written is told of by its own step', async () => {
  const hold = async (party: string, person: string, since: string) => {
    const of = [notice.id, party];
    await register.pool.query(
      'update holding set until = $3 where notice_id = $1 and party_id = $2 and until is null',
      [...of, since],
    );
    await register.pool.query(
      'insert into holding (notice_id, party_id, person_id, sole, since) values ($1, $2, $3, true, $4)',
      [...of, person, since],
    );
  };
  await bothPrompted();
  await hold('sub-ana', 'p-binh', '2020-12-01');
  await tell('reports');
  await hold('sub-ana', 'p-ana', '2020-12-02');
  await hold('vacant', 'p-ana', '2020-12-02');
  await tell('reports');
  await tell('progress');
  expect(await toldOf('p-ana')).toEqual([
    owed(['reports', 'ana'], ['progress', 'ana']),
    owed(['reports', 'sub-ana'], ['reports', 'vacant']),
    owed(['progress', 'vacant']),
  ]);
});

test('reminds in one letter too', async () => {
  await bothPrompted();
  const remind = (cycle: Cycle) =>
    ladder.sendReminders({ ...step(cycle, 'remind-1', DECEMBER.remind), batch: ALL });
  await remind('progress');
  await remind('reports');
  const letters = await lettersOf(register.pool, notice.id, 'remind');
  expect(letters.filter(({ person }) => person === 'p-ana').map(({ about }) => about)).toEqual([
    anas(),
  ]);
});

test('the one letter is evidence of each obligation in it, and so is its bounce', async () => {
  await bothPrompted();
  await tell('reports');
  await sendAll(register.pool, DECEMBER.overdue);
  await inTransaction(register.pool, (transaction) =>
    bounceLetter(transaction, {
      messageId: messageIdOf(`overdue/${notice.id}/~together/${DECEMBER.overdue}/p-ana`),
      answer: '5.1.1',
      now: DECEMBER.overdue,
    }),
  );
  for (const cycle of ['reports', 'progress'] as const) {
    const { scheduleId } = step(cycle, 'lock', DECEMBER.lock);
    const silent = await silentAt(register.pool, { scheduleId, ...ALL, now: DECEMBER.lock });
    const of = (party: string) =>
      silent
        .find(({ partyId }) => partyId === party)
        ?.toHolder.map(({ kind, state }) => [kind, state]);
    expect(of('ana')).toEqual([
      ['prompt', 'sent'],
      ['overdue', 'bounced'],
    ]);
    expect(of('unit-1')).toEqual([
      ['prompt', 'sent'],
      ['overdue', 'sent'],
    ]);
  }
});

test('a report stops a letter that waits only with the last of what it is about', async () => {
  await bothPrompted();
  await tell('reports');
  const stateOf = async () =>
    (
      await register.pool.query<{ state: string }>(
        `select state from letter where notice_id = $1 and kind = 'overdue' and person_id = 'p-unit-1'`,
        [notice.id],
      )
    ).rows.map(({ state }) => state);
  await handIn('reports', 'unit-1', 'p-unit-1', '2020-12-15T00:40:00.000Z');
  expect(await stateOf()).toEqual(['queued']);
  await handIn('progress', 'unit-1', 'p-unit-1', '2020-12-15T00:41:00.000Z');
  expect(await stateOf()).toEqual(['stopped']);
});
