import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { FAILURES } from '../../../contracts/failures.ts';
import type { Affected } from '../../../db/decisions/affected.ts';
import { reassign } from '../../../db/decisions/reassign.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { readObligation } from '../../../db/reading/obligations.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  DECEMBER,
  findingState,
  logOf,
  obligationRow,
  openCommittee,
  race,
  recordFinding,
  report,
  stepsOf,
  takeWake,
} from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));

/** A Thursday, 10:00: before the reminder of the 14th. */
const AT = '2020-12-10T03:00:00.000Z';
interface Wish {
  from?: string;
  track?: string;
  to?: string;
  dueDate?: string;
  at?: string;
  decisionId?: string;
}
async function pass(wish: Wish = {}): Promise<{ items: Affected[]; now: string } | undefined> {
  const { from = 'binh', track = 'main', to = 'chair', at = AT, dueDate } = wish;
  let told: { items: Affected[]; now: string } | undefined;
  await reassign(register.pool, {
    decisionId: wish.decisionId ?? randomUUID(),
    noticeId: committee.id,
    periodId: committee.period,
    actor: { id: 'person:p-chair', capacity: 'chair' },
    at,
    decision: {
      obligation: committee.owed(from, track),
      to,
      reason: 'Điều chỉnh phân công.',
      ...(dueDate !== undefined && { dueDate }),
    },
    compose: (facts) => {
      told = facts;
      return [];
    },
  });
  return told;
}
const rowOf = (party: string) => obligationRow(register.pool, committee.owed(party));

test('what is open passes to the other: off the one, prompted at once for the other, by the same due time', async () => {
  const told = await pass();
  expect(told).toMatchObject({ now: 'Title of chair', items: [{ partyId: 'binh' }] });
  expect((await rowOf('binh')).outcome).toBe('reassigned');
  const now = await rowOf('chair');
  expect(now).toMatchObject({ outcome: 'open', due_at: DECEMBER.due, lock_at: DECEMBER.lock });
  expect(await stepsOf(register.pool, now.schedule_id)).toMatchObject({
    prompt: AT,
    due: DECEMBER.due,
    lock: DECEMBER.lock,
  });
  const agenda = await readAgenda(register.pool, committee.period);
  const own = agenda.steps.filter(({ scheduleId }) => scheduleId === now.schedule_id);
  expect(own[0]).toMatchObject({ kind: 'prompt', ready: true, at: AT });
  expect(await takeWake(register.pool, committee.period)).toBe(true);
});

test('each of the two names the other', async () => {
  await pass();
  const [from, to] = [committee.owed('binh'), committee.owed('chair')];
  const read = (id: string) => readObligation(register.pool, id, AT);
  expect(await read(from)).toMatchObject({ reassignedTo: to, reassignedFrom: [] });
  expect(await read(to)).toMatchObject({ reassignedTo: null, reassignedFrom: [from] });
  expect(await logOf(register.pool, from)).toEqual(['decided-reassign', 'obligation-reassigned']);
  expect(await logOf(register.pool, to)).toEqual(['obligation-passed-on']);
});

test('out of office hours the prompt waits for the morning', async () => {
  await pass({ at: '2020-12-10T15:00:00.000Z' });
  const { schedule_id } = await rowOf('chair');
  expect(await stepsOf(register.pool, schedule_id)).toMatchObject({
    prompt: '2020-12-11T00:30:00.000Z',
  });
});

test('with a later day the ladder is counted from there', async () => {
  await pass({ dueDate: '2020-12-18' });
  const now = await rowOf('chair');
  expect(now.due_at).toBe('2020-12-18T17:00:00.000Z');
  expect(now.lock_at).toBe('2020-12-21T04:00:00.000Z');
});

test('where the other owes there already, nothing is doubled', async () => {
  const before = await rowOf('ana');
  await pass({ to: 'ana' });
  expect(await rowOf('ana')).toEqual(before);
  expect((await rowOf('binh')).outcome).toBe('reassigned');
  const read = await readObligation(register.pool, committee.owed('binh'), AT);
  expect(read?.reassignedTo).toBe(committee.owed('ana'));
});

test('of two who pass on to the same party at one instant, the second is covered by what that one owes', async () => {
  const results = await race(
    register.pool,
    committee.period,
    () => pass(),
    () => pass({ from: 'ana' }),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect((await rowOf('ana')).outcome).toBe('reassigned');
  expect(await logOf(register.pool, committee.owed('chair'))).toEqual([
    'obligation-passed-on',
    'obligation-covered-by-own',
  ]);
});

test('what was found before stays', async () => {
  await recordFinding(register.pool, committee, committee.owed('binh'));
  await pass({ at: DECEMBER.chair, dueDate: '2020-12-20' });
  expect(await findingState(register.pool, committee.owed('binh'))).toBe('recorded');
});

test('decides once for its id', async () => {
  const decisionId = randomUUID();
  await pass({ decisionId });
  await pass({ decisionId });
  const { rows } = await register.pool.query(
    `select count(*)::int as n from schedule where period_id = $1 and reason = 'reassignment'`,
    [committee.period],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test.each([
  ['to an unknown party', FAILURES.notFound, { to: 'nobody' }],
  ['to the same party', FAILURES.invalid, { to: 'binh' }],
  ['the office’s certificate', FAILURES.invalid, { from: 'office', track: 'certificate' }],
  ['with an earlier day', FAILURES.invalid, { dueDate: '2020-12-12' }],
  ['overdue, without a day', FAILURES.invalid, { at: DECEMBER.chair }],
] as const)('refuses to pass on %s, and changes nothing', async (_, failure, wish) => {
  await expect(pass(wish)).rejects.toMatchObject({ failure });
  expect((await rowOf('binh')).outcome).toBe('open');
});

test('refuses what has been reported on, and another whose own was closed', async () => {
  await takeSubmission(register.pool, report(committee, 'binh', 'p-binh', AT));
  await expect(pass()).rejects.toMatchObject({ failure: FAILURES.conflict });
  await pass({ from: 'sub-ana', to: 'ana' });
  await expect(pass({ from: 'ana', to: 'sub-ana' })).rejects.toMatchObject({
    failure: FAILURES.conflict,
  });
});
