import { beforeAll, expect, test } from 'vitest';
import { listObligations, readObligation } from '../../../db/reading/obligations.ts';
import { type ClosedAs, statusOf } from '../../../domain/status/status.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { enterNotice, enterObligation, NOTICE, NOW, type Owed, PAUSED_AT } from './register.ts';

const register = ownRegister();
beforeAll(async () => {
  await enterNotice(register.pool);
});

const before = '2020-11-20T00:00:00.000Z';
const later = '2020-12-20T00:00:00.000Z';
const open: Omit<Owed, 'party'> = {
  opensAt: before,
  dueAt: later,
  receivedAt: null,
  closedAs: null,
  trial: false,
  pausedAt: null,
  foundLate: false,
  neverLate: false,
};

function* combinations(): Generator<Omit<Owed, 'party'>> {
  const closings: (ClosedAs | null)[] = [null, 'excused', 'cancelled', 'covered', 'before-start'];
  for (const closedAs of closings)
    for (const trial of [false, true])
      for (const pausedAt of [null, PAUSED_AT] as const)
        for (const processPaused of [false, true])
          for (const [foundLate, neverLate] of [
            [false, false],
            [true, false],
            [false, true],
          ] as const)
            for (const dueAt of [before, NOW, later])
              for (const opensAt of [before, later])
                for (const receivedAt of [null, '2020-11-19T00:00:00.000Z', dueAt])
                  yield {
                    closedAs,
                    trial,
                    pausedAt,
                    processPaused,
                    foundLate,
                    neverLate,
                    dueAt,
                    opensAt,
                    receivedAt,
                  };
}

test('has in SQL the very status of the domain, for every combination of facts', async () => {
  const expected = new Map<string, string>();
  for (const facts of combinations()) {
    const id = await enterObligation(register.pool, { ...facts, party: 'a' });
    expected.set(id, statusOf(facts, NOW));
  }
  expect(expected.size).toBe(2160);
  const seen = new Map<string, string>();
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await listObligations(register.pool, {
      noticeId: NOTICE,
      now: NOW,
      limit: 500,
      cursor,
    });
    for (const { id, status } of page.items) seen.set(id, status);
    cursor = page.next;
  }
  expect(seen).toEqual(expected);
}, 60_000);

test('filters by status and by being overdue as it shows them', async () => {
  const filter = { noticeId: NOTICE, now: NOW, limit: 500, party: 'b' };
  const overdue = await enterObligation(register.pool, { ...open, party: 'b', dueAt: before });
  const inTime = await enterObligation(register.pool, { ...open, party: 'b' });
  const ids = async (more: object) =>
    (await listObligations(register.pool, { ...filter, ...more })).items.map(({ id }) => id);
  expect(await ids({ status: 'open-overdue' })).toEqual([overdue]);
  expect(await ids({ overdue: true })).toEqual([overdue]);
  expect(await ids({ overdue: false })).toEqual([inTime]);
  expect(await ids({ process: 'q' })).toEqual([]);
  expect(await ids({ parties: [] })).toEqual([]);
});

test('belongs to whoever held the post at its due time, or holds it now', async () => {
  const earlier = '2020-11-10T00:00:00.000Z';
  const old = await enterObligation(register.pool, { ...open, party: 'b', dueAt: earlier });
  const of = async (person: string) =>
    (
      await listObligations(register.pool, { noticeId: NOTICE, now: NOW, limit: 500, person })
    ).items.map(({ id }) => id);
  expect(await of('ben')).toEqual([old]);
  expect(await of('cho')).toHaveLength(2);
  expect(await of('nobody')).toEqual([]);
});

test('reads one with what was found and which rungs were taken', async () => {
  const id = await enterObligation(register.pool, {
    ...open,
    party: 'c',
    dueAt: before,
    foundLate: true,
  });
  await register.pool.query(
    `insert into climb (obligation_id, rung, notice_id, recipient_id, why, taken_at, needs_release) values
       ($1, 'chief', 'n', 'chief', 'named', '2020-11-22Z', false), ($1, 'deputy', 'n', 'deputy', 'supervisor', '2020-11-21Z', false)`,
    [id],
  );
  expect(await readObligation(register.pool, id, NOW)).toMatchObject({
    status: 'open-overdue',
    finding: { state: 'recorded' },
    rungs: ['deputy', 'chief'],
  });
  expect(await readObligation(register.pool, 'n/p/none/a', NOW)).toBeUndefined();
});
