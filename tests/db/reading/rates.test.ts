import { beforeAll, expect, test } from 'vitest';
import { type RATE_GROUPS, readRates } from '../../../db/reading/rates.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { enterNotice, enterObligation, NOTICE, NOW, type Owed, PAUSED_AT } from './register.ts';

const register = ownRegister();
const before = '2020-11-20T00:00:00.000Z';
const later = '2020-12-20T00:00:00.000Z';
const owed = (party: string, more: Partial<Owed> = {}): Owed => ({
  party,
  opensAt: before,
  dueAt: before,
  receivedAt: null,
  closedAs: null,
  trial: false,
  pausedAt: null,
  foundLate: false,
  ...more,
});
const inTime = '2020-11-19T00:00:00.000Z';

beforeAll(async () => {
  await enterNotice(register.pool);
  for (const one of [
    owed('a', { receivedAt: inTime }),
    owed('a', { receivedAt: NOW }),
    owed('a', { receivedAt: inTime, foundLate: true }), // extended after it was found late
    owed('a'),
    owed('b', { receivedAt: inTime, trial: true }),
    owed('b', { closedAs: 'excused' }),
    owed('b', { dueAt: later }),
    owed('b', { dueAt: later, opensAt: later }),
    owed('b', { pausedAt: PAUSED_AT }),
    owed('deputy', { pausedAt: PAUSED_AT, dueAt: '2020-11-28T00:00:00.000Z', receivedAt: NOW }),
    owed('c', { receivedAt: inTime }),
    owed('c', { track: 'supplement-1' }),
    owed('chief', { closedAs: 'cancelled' }),
    owed('u', { receivedAt: inTime }),
    owed('u', { neverLate: true }), // consulted, and no opinion came
    owed('u', { neverLate: true, dueAt: later }),
  ]) {
    await enterObligation(register.pool, one);
  }
});

const by = async (group: (typeof RATE_GROUPS)[number], more = {}) => {
  const rows = await readRates(register.pool, { noticeId: NOTICE, by: group, now: NOW, ...more });
  return new Map(rows.map(({ group: id, ...rates }) => [id, rates]));
};

test('counts what is owed, done, late and overdue for each party', async () => {
  const rates = await by('party');
  expect(rates.get('a')).toMatchObject({
    owed: 4,
    onTime: 1,
    late: 2,
    overdue: 1,
    completion: 3 / 4,
    timeliness: 1 / 4,
  });
  expect(rates.get('b')?.statuses).toEqual({
    trial: 1,
    excused: 1,
    'open-in-time': 1,
    'not-yet-open': 1,
    paused: 1,
  });
});

test('counts nobody late who reported while the due time stood still in a pause', async () => {
  expect((await by('party')).get('deputy')).toMatchObject({ owed: 1, onTime: 1, late: 0 });
});

test('says null and not 100 % where nothing is owed', async () => {
  const rates = await by('party');
  expect(rates.get('chief')).toMatchObject({ owed: 0, completion: null, timeliness: null });
  expect(rates.get('b')).toMatchObject({ owed: 1, completion: 0, timeliness: null });
});

test('counts a supplement once with the report that it belongs to', async () => {
  expect((await by('party')).get('c')).toMatchObject({ owed: 1, done: 1 });
});

test('an opinion that never came lowers nothing; one that may still come is open', async () => {
  expect((await by('party')).get('u')).toMatchObject({ owed: 2, openInTime: 1, timeliness: 1 });
});

test('a mailbox of a unit is no person', async () => {
  expect((await by('person')).has('box')).toBe(false);
});

test('goes by who held a post, and who stood above it', async () => {
  expect((await by('person')).get('ann')).toMatchObject({ owed: 5 });
  expect((await by('person')).has('ben')).toBe(false); // handed the post over before any due time
  expect((await by('supervisor')).get('deputy')).toMatchObject({ owed: 5 });
  expect((await by('supervisor')).get('chief')).toMatchObject({ owed: 2 });
});

test.each(['directive', 'period'] as const)(
  'counts by %s from the counters what it counts from the rows',
  async (group) => {
    const parties = ['a', 'b', 'c', 'chief', 'deputy', 'u'];
    for (const more of [{}, { process: 'p' }, { process: 'q' }]) {
      const fromCounters = await by(group, more);
      const fromRows = await by(group, { ...more, parties });
      expect(fromCounters).toEqual(fromRows);
    }
  },
);

test('what was found late is of whoever held the post then, not of the successor after an extension', async () => {
  const found = await enterObligation(register.pool, owed('b', { foundLate: true, dueAt: inTime }));
  await register.pool.query(
    `update finding set due_at = '2020-11-14Z', recorded_at = '2020-11-14Z' where obligation_id = $1`,
    [found],
  );
  const { statuses } = (await by('person')).get('ben') ?? {};
  expect(statuses).toEqual({ 'open-overdue': 1 });
});
