import { expect, test } from 'vitest';
import { readPlanned } from '../../../db/notices/readPlanned.ts';
import { openPeriod } from '../../../db/periods/openPeriod.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { openCommittee } from '../../support/register.ts';

const register = ownRegister();

const periodsOf = async (noticeId: string, key: string) => {
  const { rowCount } = await register.pool.query(
    'select from period where notice_id = $1 and key = $2',
    [noticeId, key],
  );
  return rowCount;
};

test('opens nothing from a text that has been replaced since it was planned', async () => {
  const { pool } = register;
  const committee = await openCommittee(pool);
  const { notice, sha256, options } = await readPlanned(pool, committee.id, 'reports');
  const plan = planPeriod(notice, 'reports', '2020-12-28', options);
  const opensAt = plan.opensAt;
  await pool.query('update notice set content_sha256 = $2 where id = $1', [
    committee.id,
    '0'.repeat(64),
  ]);
  await expect(openPeriod(pool, plan, opensAt, sha256)).rejects.toThrow('was amended');
  expect(await periodsOf(committee.id, '2020-12-28')).toBe(0);
  await openPeriod(pool, plan, opensAt, '0'.repeat(64));
  expect(await periodsOf(committee.id, '2020-12-28')).toBe(1);
});

test('a process that began later than its notice is planned from its own start', async () => {
  const { pool } = register;
  const committee = await openCommittee(pool);
  const began = '2020-12-10T02:00:00.000Z';
  await pool.query('update process set started_at = $2 where notice_id = $1', [
    committee.id,
    began,
  ]);
  const { options } = await readPlanned(pool, committee.id, 'reports');
  expect(options).toEqual({ startsAt: began });
});
