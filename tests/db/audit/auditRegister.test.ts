import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { auditRegister } from '../../../db/audit/auditRegister.ts';
import type { LogSeen } from '../../../db/audit/brokenLog.ts';
import { queueLetters } from '../../../db/letters/queueLetters.ts';
import { appendLog } from '../../../db/log.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { rowsAgain } from '../../../domain/audit/rowsAgain.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { DECEMBER, letter, openCommittee, recordFinding } from '../../support/register.ts';

// A sound register on which every check is silent; each test breaks one thing, and that alone must be found.

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));

/** Half an hour later than an instant. */
const after = (instant: string): string =>
  new Date(Date.parse(instant) + 30 * 60_000).toISOString();

async function audit(now: string = DECEMBER.prompt): Promise<Record<string, string[]>> {
  const { findings } = await auditRegister(register.pool, { noticeId: committee.id, now });
  return Object.fromEntries(findings.map(({ code, ids }) => [code, ids]));
}

/** Carries the period on to its lock: every step before it taken, everybody certified or found. */
async function carryOnTo(now: string): Promise<void> {
  await register.pool.query(
    `update schedule_step t set done_at = t.at from schedule s
     where s.id = t.schedule_id and s.period_id = $1 and t.at <= $2`,
    [committee.period, now],
  );
}
async function certify(): Promise<void> {
  await register.pool.query(
    `update obligation set received_at = $2, received_as = 'report' where id = $1`,
    [committee.owed('office', 'certificate'), DECEMBER.remind],
  );
}
const openOnes = async (): Promise<string[]> => {
  const { rows } = await register.pool.query<{ id: string }>(
    `select id from obligation where period_id = $1 and outcome = 'open' and track = 'main' order by id`,
    [committee.period],
  );
  return rows.map(({ id }) => id);
};

test('a period that has just opened is sound', async () => {
  expect(await audit()).toEqual({});
});

test('a rung that was taken and reached nobody of those silent', async () => {
  await certify();
  await carryOnTo(DECEMBER.lock);
  for (const id of await openOnes()) await recordFinding(register.pool, committee, id);
  const { rows } = await register.pool.query<{ rung: string }>(
    `select t.rung ->> 'id' as rung from schedule_step t join schedule s on s.id = t.schedule_id
     where s.period_id = $1 and t.kind = 'rung' and t.done_at is not null`,
    [committee.period],
  );
  expect(rows).toEqual([{ rung: 'deputy' }]); // taken at the lock: nobody climbed yet
  const found = await audit(DECEMBER.lock);
  expect(Object.keys(found)).toEqual(['silent-without-rung']);
  expect(found['silent-without-rung']).toEqual((await openOnes()).map((id) => `${id} deputy`));
});

test('a rung that was taken, or an obligation that is doubted, is no gap', async () => {
  await certify();
  await carryOnTo(DECEMBER.lock);
  const [first, ...others] = await openOnes();
  await recordFinding(register.pool, committee, first ?? '', { doubts: ['vacant'] });
  for (const id of others) {
    await recordFinding(register.pool, committee, id);
    await register.pool.query(
      `insert into climb (obligation_id, rung, notice_id, recipient_id, why, taken_at, needs_release)
       values ($1, 'deputy', $2, 'deputy', 'supervisor', $3, false)`,
      [id, committee.id, DECEMBER.lock],
    );
  }
  expect(await audit(DECEMBER.lock)).toEqual({});
});

test('silence at a lock that was taken and recorded nothing', async () => {
  await certify();
  await carryOnTo(DECEMBER.lock);
  const found = await audit(DECEMBER.lock);
  expect(found['silent-without-finding']).toEqual(await openOnes());
});

test('a period that closed over a silent obligation', async () => {
  await certify();
  await carryOnTo(DECEMBER.overdue);
  await register.pool.query(`update period set state = 'closed', closed_at = $2 where id = $1`, [
    committee.period,
    DECEMBER.close,
  ]);
  expect(await audit(DECEMBER.close)).toEqual({ 'silent-without-finding': await openOnes() });
});

test('a finding that stands against a report in time', async () => {
  const id = committee.owed('ana');
  await recordFinding(register.pool, committee, id);
  await register.pool.query(
    `update obligation set received_at = $2, received_as = 'report' where id = $1`,
    [id, DECEMBER.remind],
  );
  expect(await audit()).toEqual({ 'finding-against-report': [id] });
});

test('a lock that nothing keeps back and nobody has taken', async () => {
  await carryOnTo(DECEMBER.overdue);
  const now = after(DECEMBER.lock);
  // the office has not certified: the lock waits, as it should; only the certificate's own lock is late
  expect((await audit(now))['lock-not-taken']).toEqual([committee.owed('office', 'certificate')]);
  await certify();
  const found = await audit(now);
  expect(found['lock-not-taken']).toEqual(await openOnes());
  expect(found['step-not-taken']).toContain(`${committee.period}/main lock`);
  expect((await audit(DECEMBER.lock))['lock-not-taken']).toBeUndefined(); // its time has only just come
});

test('a paused period takes no step, and that is right', async () => {
  await certify();
  await register.pool.query(`update period set state = 'paused' where id = $1`, [committee.period]);
  expect(await audit(after(DECEMBER.lock))).toEqual({});
});

test('a step that was due and ready, long ago', async () => {
  const found = await audit(after(DECEMBER.prompt));
  expect(found).toEqual({ 'step-not-taken': [`${committee.period}/main prompt`] });
  await carryOnTo(DECEMBER.prompt);
  expect(await audit(after(DECEMBER.prompt))).toEqual({});
});

test('a letter that stays unsent, counted in minutes of open office', async () => {
  const queued = letter('prompt', 'p-ana', [committee.owed('ana')], DECEMBER.prompt);
  await inTransaction(register.pool, (transaction) =>
    queueLetters(transaction, { noticeId: committee.id, now: DECEMBER.prompt, letters: [queued] }),
  );
  const { rows } = await register.pool.query<{ id: string }>(
    'select id from letter where notice_id = $1',
    [committee.id],
  );
  await carryOnTo(DECEMBER.prompt);
  expect(await audit(DECEMBER.prompt)).toEqual({});
  expect(await audit(after(DECEMBER.prompt))).toEqual({ 'letter-unsent': [rows[0]?.id] });
  await register.pool.query(`update letter set state = 'sent', sent_at = $2 where id = $1`, [
    rows[0]?.id,
    DECEMBER.prompt,
  ]);
  expect(await audit(after(DECEMBER.prompt))).toEqual({});
});

test('a wake-up that nobody was told', async () => {
  const wake = (id: string, age: string) =>
    register.pool.query(
      `insert into outbox (workflow_id, signal, written_at) values ($1, 'wake', clock_timestamp() - $2::interval)`,
      [id, age],
    );
  await wake(committee.id, '1 minute');
  expect(await audit()).toEqual({});
  await wake(committee.period, '6 minutes');
  expect(await audit()).toEqual({ 'wake-up-untold': [committee.period] });
});

test('a counter that differs from a recount', async () => {
  await register.pool.query(
    `update period_counter set n = n + 1 where period_id = $1 and track = 'main'`,
    [committee.period],
  );
  expect(await audit()).toEqual({ 'counter-differs': [`${committee.period} main open`] });
});

test('a holder without an address, and an office that nobody holds', async () => {
  const erase = (person: string) =>
    register.pool.query(
      'update person_contact set address = null where notice_id = $1 and person_id = $2',
      [committee.id, person],
    );
  await erase('p-binh'); // owes a report and stands in no ladder
  expect(await audit()).toEqual({});
  await erase('p-deputy');
  expect(await audit()).toEqual({ 'recipient-unreachable': ['deputy'] });
  await register.pool.query(
    `update holding set until = $2 where notice_id = $1 and party_id = 'office'`,
    [committee.id, DECEMBER.prompt],
  );
  expect(await audit()).toEqual({
    'recipient-unreachable': ['deputy', 'office'],
    'office-has-nobody': ['office'],
  });
});

test('a holiday table that is missing for the year', async () => {
  await carryOnTo('2022-03-01T02:00:00.000Z');
  expect((await audit('2022-03-01T02:00:00.000Z'))['holiday-table-missing']).toEqual(['2022']);
});

test('a log that was changed by force, found from where the last look ended', async () => {
  const look = (logSeen?: { seq: number; hash: string }) =>
    auditRegister(register.pool, { noticeId: committee.id, now: DECEMBER.prompt, logSeen });
  const first = await look();
  expect(first.findings).toEqual([]);
  await inTransaction(register.pool, (transaction) =>
    appendLog(transaction, committee.id, DECEMBER.prompt, [
      { actor: 'engine', action: 'letter-written', subject: committee.period },
    ]),
  );
  const second = await look(first.logSeen);
  expect(second.findings).toEqual([]);
  expect(second.logSeen.seq).toBe(first.logSeen.seq + 1);

  await force(`update log set action = 'forged' where notice_id = $1 and seq = 1`);
  expect((await look(second.logSeen)).findings).toEqual([]); // seen before: a whole look finds it
  const whole = await look();
  expect(whole.findings).toMatchObject([{ code: 'log-broken', ids: ['1'], n: 1 }]);
  expect(whole.logSeen.seq).toBe(0); // it stays found

  await force(`delete from log where notice_id = $1 and seq = ${second.logSeen.seq}`);
  expect((await look(first.logSeen)).findings).toMatchObject([
    { code: 'log-broken', ids: [`${second.logSeen.seq}`] },
  ]);
  expect((await look(second.logSeen)).findings).toMatchObject([
    { code: 'log-broken', ids: [`${second.logSeen.seq}`] },
  ]);
});

describe('a log that was changed after it was seen', () => {
  const HOUR = 3_600_000;
  const look = async (logSeen?: LogSeen) => {
    const about = { noticeId: committee.id, now: DECEMBER.prompt, logSeen, intervalMs: HOUR };
    return auditRegister(register.pool, about);
  };
  const append = (rows: number) =>
    inTransaction(register.pool, (transaction) =>
      appendLog(
        transaction,
        committee.id,
        DECEMBER.prompt,
        Array.from({ length: rows }, () => ({
          actor: 'engine',
          action: 'letter-written',
          subject: committee.period,
        })),
      ),
    );

  test('is found by the next run where it is short', async () => {
    const first = await look();
    await force(`update log set action = 'forged' where notice_id = $1 and seq = 2`);
    const second = await look(first.logSeen);
    expect(second.findings).toMatchObject([{ code: 'log-broken', ids: ['2'] }]);
    // and by every run after that
    expect((await look(second.logSeen)).findings).toMatchObject([{ ids: ['2'] }]);
  });

  test('is found within a day where it is long, a part of it in each run', async () => {
    await append(3_000);
    let { logSeen } = await look();
    const last = logSeen.seq;
    ({ logSeen } = await look(logSeen)); // the first thousand come up
    expect(logSeen).toMatchObject({ seq: last, again: { seq: 1_000 } });
    await force(`update log set action = 'forged' where notice_id = $1 and seq = 10`);
    const found: string[][] = [];
    for (let run = 0; run < 24 && found.length === 0; run += 1) {
      const looked = await look(logSeen);
      logSeen = looked.logSeen;
      found.push(...looked.findings.map(({ ids }) => ids));
    }
    expect(found).toEqual([['10']]);
  });
});

test.each([
  [300, 5 * 60_000, 1_000],
  [1_000_000, 5 * 60_000, 5_209],
  [1_000_000, 15 * 60_000, 15_625],
])('of %i rows seen, at one run in %i ms, %i come up again', (seen, intervalMs, rows) => {
  expect(rowsAgain(seen, intervalMs)).toBe(rows);
});

/** What only the tables' owner can do, and only with the triggers off. */
async function force(sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: register.ownerUrl });
  await owner.connect();
  try {
    await owner.query('alter table log disable trigger log_no_change');
    await owner.query(sql, [committee.id]);
    await owner.query('alter table log enable trigger log_no_change');
  } finally {
    await owner.end();
  }
}
