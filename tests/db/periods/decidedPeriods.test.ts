import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStarts } from '../../../db/notices/readStarts.ts';
import { addDecidedPeriod, decidedPlan, markStarted } from '../../../db/periods/decidedPeriods.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { type Committee, DECEMBER, openCommittee } from '../../support/register.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

let register: FreshDatabase;
let committee: Committee;
beforeAll(async () => {
  register = await freshDatabase();
  committee = await openCommittee(register.pool);
});
afterAll(() => register.close());

const NOW = DECEMBER.lock;

test('a period that a decision adds is started once, and opened with the very plan that was decided', async () => {
  const decisionId = randomUUID();
  await register.pool.query(
    `insert into decision (id, notice_id, kind, subject, actor, capacity, at)
     values ($1, $2, 'extend', $2, 'person:p-chair', 'chair', $3)`,
    [decisionId, committee.id, NOW],
  );
  const planned = planPeriod(smallCommittee(committee.id, 3), 'reports', DECEMBER.key);
  const plan = { ...planned, key: '2020-12-14-again' };
  expect(await readStarts(register.pool, committee.id, NOW)).toBeNull();

  const id = await addDecidedPeriod(register.pool, plan, { decisionId, at: NOW });
  const starts = await readStarts(register.pool, committee.id, NOW);
  expect(starts?.periods.map(({ periodKey }) => periodKey)).toEqual(['2020-12-14-again']);
  expect(await decidedPlan(register.pool, id)).toEqual(JSON.parse(JSON.stringify(plan)));
  expect(await decidedPlan(register.pool, committee.period)).toBeNull();

  await markStarted(register.pool, id, NOW);
  expect(await readStarts(register.pool, committee.id, NOW)).toBeNull();
});
