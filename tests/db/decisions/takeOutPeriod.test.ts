import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { FAILURES } from '../../../contracts/failures.ts';
import type { DateNote } from '../../../contracts/plan.ts';
import type { Affected } from '../../../db/decisions/affected.ts';
import { takeOutPeriod } from '../../../db/decisions/takeOutPeriod.ts';
import { queueLetters } from '../../../db/letters/queueLetters.ts';
import { finishStep } from '../../../db/periods/finishStep.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  DECEMBER,
  findingState,
  letter,
  logOf,
  obligationRow,
  openCommittee,
  recordClimb,
  recordFinding,
  report,
  takeWake,
} from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));

const AT = '2020-12-10T03:00:00.000Z';
interface Wish {
  key?: string;
  into?: string | null;
  parties?: string[] | null;
  at?: string;
  decisionId?: string;
}
/** What the chair decides; answers with the people who would be told. */
async function takeOut(wish: Wish = {}): Promise<string[]> {
  const { key = DECEMBER.key, into = '2020-12-28', parties = null, at = AT } = wish;
  let told: Affected[] = [];
  await takeOutPeriod(register.pool, {
    decisionId: wish.decisionId ?? randomUUID(),
    noticeId: committee.id,
    processId: 'reports',
    actor: { id: 'person:p-chair', capacity: 'chair' },
    at,
    decision: { key, into, parties, reason: 'The days of Tết.' },
    composeReversed: () => [],
    compose: (items) => {
      told = items;
      return [];
    },
  });
  return told.map(({ partyId }) => partyId);
}
const outcomes = async (period: string): Promise<Record<string, string>> => {
  const { rows } = await register.pool.query<{ party: string; outcome: string }>(
    `select party_id || case track when 'main' then '' else ':' || track end as party, outcome from obligation where period_id = $1`,
    [period],
  );
  return Object.fromEntries(rows.map(({ party, outcome }) => [party, outcome]));
};
const counters = async (period: string) => {
  const { rows } = await register.pool.query<{ name: string; n: number }>(
    `select track || ' ' || outcome as name, n from period_counter where period_id = $1 and n > 0`,
    [period],
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
};
const notesOf = async (period: string): Promise<DateNote[]> => {
  const { rows } = await register.pool.query<{ notes: DateNote[] }>(
    `select x -> 'notes' as notes from period, jsonb_array_elements(plan -> 'tracks') x where id = $1 and x ->> 'key' = 'main'`,
    [period],
  );
  return rows[0]?.notes ?? [];
};
const send = (kind: 'prompt', person: string, party: string) =>
  inTransaction(register.pool, (transaction) =>
    queueLetters(transaction, {
      noticeId: committee.id,
      now: DECEMBER.prompt,
      letters: [letter(kind, person, [committee.owed(party)], DECEMBER.prompt)],
    }),
  ).then(() => register.pool.query(`update letter set state = 'sent', sent_at = written_at`));

test('merged before it opens, a period opens closed: nobody is prompted and no certificate is asked for', async () => {
  await takeOut({ key: '2020-12-28', into: '2021-01-14' });
  const period = await committee.open('2020-12-28', '2020-12-22T01:00:00.000Z');
  const all = await outcomes(period);
  expect(new Set(Object.values(all))).toEqual(new Set(['merged']));
  expect(all['office:certificate']).toBe('merged');
  const agenda = await readAgenda(register.pool, period);
  expect(agenda.steps.map(({ kind }) => kind)).not.toContain('prompt');
  expect(await counters(period)).toEqual({ 'certificate merged': 1, 'main merged': 9 });
  expect(await logOf(register.pool, `${period}/ana`)).toEqual(['obligation-merged']);
});

test('the period merged into says so, for all or for those alone who are merged, through one another too', async () => {
  await takeOut({ key: '2020-12-28', into: '2021-01-14', parties: ['ana'] });
  await takeOut({ key: '2021-01-14', into: '2021-01-28' });
  await committee.open('2020-12-28', '2020-12-22T01:00:00.000Z');
  const period = await committee.open('2021-01-28', '2021-01-25T01:00:00.000Z');
  expect(await notesOf(period)).toEqual(
    expect.arrayContaining([
      { code: 'covers-merged', period: '2020-12-28', parties: ['ana'] },
      { code: 'covers-merged', period: '2021-01-14' },
    ]),
  );
});

test('merged for some alone, the others are pursued and the certificate is asked for', async () => {
  await takeOut({ key: '2020-12-28', into: '2021-01-14', parties: ['ana', 'sub-ana'] });
  const period = await committee.open('2020-12-28', '2020-12-22T01:00:00.000Z');
  expect(await outcomes(period)).toMatchObject({
    ana: 'merged',
    'sub-ana': 'merged',
    binh: 'open',
    'office:certificate': 'open',
  });
});

test('skipped before it opens, it is cancelled and says no more', async () => {
  await takeOut({ key: '2020-12-28', into: null });
  const period = await committee.open('2020-12-28', '2020-12-22T01:00:00.000Z');
  expect(new Set(Object.values(await outcomes(period)))).toEqual(new Set(['cancelled']));
});

test('merged while open, what is open closes, those who were asked are told, and the follow-up is woken', async () => {
  await finishStep(
    register.pool,
    { scheduleId: `${committee.period}/main`, stepKey: 'prompt' },
    DECEMBER.prompt,
  );
  await send('prompt', 'p-ana', 'ana');
  await takeSubmission(register.pool, report(committee, 'binh', 'p-binh', DECEMBER.remind));
  const told = await takeOut({ at: DECEMBER.remind });
  expect(told).toEqual(['ana']);
  expect(await outcomes(committee.period)).toMatchObject({
    ana: 'merged',
    binh: 'on-time',
    'office:certificate': 'open', // somebody has reported, so the period stands
  });
  expect(await takeWake(register.pool, committee.period)).toBe(true);
});

test('merged after its lock, findings are withdrawn by this very decision and rungs stop', async () => {
  const ana = committee.owed('ana');
  await recordFinding(register.pool, committee, ana);
  await recordClimb(register.pool, committee, ana);
  await register.pool.query(`update period set state = 'closed', closed_at = $2 where id = $1`, [
    committee.period,
    DECEMBER.close,
  ]);
  const decisionId = randomUUID();
  await takeOut({ decisionId, at: '2020-12-24T03:00:00.000Z' });
  expect(await findingState(register.pool, ana)).toBe('reversed');
  const { rows } = await register.pool.query(
    `select f.decision_id, c.stopped_at is not null as stopped from finding f join climb c using (obligation_id) where f.obligation_id = $1`,
    [ana],
  );
  expect(rows).toEqual([{ decision_id: decisionId, stopped: true }]);
  expect((await obligationRow(register.pool, ana)).outcome).toBe('merged');
  expect(await logOf(register.pool, ana)).toEqual([
    'finding-reversed',
    'obligation-merged',
    'rung-stopped',
  ]);
});

test('an open period that covers another says so from then on, once', async () => {
  await committee.open('2020-12-28', '2020-12-22T01:00:00.000Z');
  await takeOut({ at: '2020-12-22T03:00:00.000Z' });
  const covering = `${committee.id}/reports/2020-12-28`;
  expect(await notesOf(covering)).toContainEqual({ code: 'covers-merged', period: DECEMBER.key });
  expect(await takeWake(register.pool, covering)).toBe(true);
});

test('decides once for its id', async () => {
  const decisionId = randomUUID();
  await takeOut({ decisionId });
  await takeOut({ decisionId });
  const { rows } = await register.pool.query(
    'select count(*)::int as n from period_decision where decision_id = $1',
    [decisionId],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test.each([
  ['twice', FAILURES.conflict, {}],
  ['into an earlier period', FAILURES.invalid, { key: '2020-12-28', into: '2020-11-28' }],
  ['into an unknown period', FAILURES.notFound, { key: '2020-12-28', into: '2020-12-29' }],
] as const)('refuses to merge %s, and changes nothing', async (_, failure, wish) => {
  await takeOut();
  const decisionId = randomUUID();
  await expect(takeOut({ ...wish, decisionId })).rejects.toMatchObject({ failure });
  const { rowCount } = await register.pool.query('select 1 from decision where id = $1', [
    decisionId,
  ]);
  expect(rowCount).toBe(0);
});

test('refuses to merge what everybody has reported on already', async () => {
  const id = committee.owed('ana');
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', DECEMBER.remind));
  await expect(takeOut({ parties: ['ana'] })).rejects.toMatchObject({
    failure: FAILURES.conflict,
  });
  expect((await obligationRow(register.pool, id)).outcome).toBe('on-time');
});

test('the chain of the log holds', async () => {
  await takeOut();
  const { rows } = await register.pool.query('select log_first_break($1) as at', [committee.id]);
  expect(rows).toEqual([{ at: null }]);
});
