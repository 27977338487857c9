import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Notice } from '../../../contracts/notice/index.ts';
import { loadNotice } from '../../../db/notices/loadNotice.ts';
import { orderProcesses, readStarts } from '../../../db/notices/readStarts.ts';
import { addDecidedPeriod, decidedPlan, markStarted } from '../../../db/periods/decidedPeriods.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { type Committee, DECEMBER, openCommittee } from '../../support/register.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

const register = ownRegister();
let committee: Committee;
beforeAll(async () => {
  committee = await openCommittee(register.pool);
});

const NOW = DECEMBER.lock;
const NOTHING = { processes: [], periods: [], lacksData: false };

test('a period that a decision adds is started once, and opened with the very plan that was decided', async () => {
  const decisionId = randomUUID();
  await register.pool.query(
    `insert into decision (id, notice_id, kind, subject, actor, capacity, at)
     values ($1, $2, 'extend', $2, 'person:p-chair', 'chair', $3)`,
    [decisionId, committee.id, NOW],
  );
  const planned = planPeriod(smallCommittee(committee.id, 3), 'reports', DECEMBER.key);
  const plan = { ...planned, key: '2020-12-14-again' };
  expect(await readStarts(register.pool, committee.id, NOW)).toEqual(NOTHING);

  const id = await addDecidedPeriod(register.pool, plan, { decisionId, at: NOW });
  const starts = await readStarts(register.pool, committee.id, NOW);
  expect(starts.periods.map(({ periodKey }) => periodKey)).toEqual(['2020-12-14-again']);
  expect(await decidedPlan(register.pool, id)).toEqual(JSON.parse(JSON.stringify(plan)));
  expect(await decidedPlan(register.pool, committee.period)).toBeNull();

  await markStarted(register.pool, id, NOW);
  expect(await readStarts(register.pool, committee.id, NOW)).toEqual(NOTHING);
});

test('a process that was ordered and lacks its data keeps the notice open, and starts once it is there', async () => {
  const base = smallCommittee(`c-${randomUUID().slice(0, 8)}`, 3);
  const [reports] = base.directives;
  const later = { ...reports?.processes[0], id: 'later', waitsFor: ['the day of the session'] };
  const notice = {
    ...base,
    directives: [{ ...reports, processes: [...(reports?.processes ?? []), later] }],
  } as Notice;
  await loadNotice(register.pool, { notice, now: NOW, clock: 'live' });
  await orderProcesses(register.pool, notice.id, ['later'], NOW);
  expect(await readStarts(register.pool, notice.id, NOW)).toEqual({ ...NOTHING, lacksData: true });

  const complete = structuredClone(notice);
  for (const process of complete.directives[0]?.processes ?? []) delete process.waitsFor;
  await register.pool.query('update notice set content = $2, content_sha256 = $3 where id = $1', [
    notice.id,
    JSON.stringify(complete),
    'a'.repeat(64),
  ]);
  expect(await readStarts(register.pool, notice.id, NOW)).toEqual({
    ...NOTHING,
    processes: ['later'],
  });
});
