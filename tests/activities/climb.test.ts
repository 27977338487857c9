import { beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { roundWorkflowId } from '../../contracts/ids.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import {
  DECEMBER,
  logOf,
  openCommittee,
  recordFinding,
  report,
  takeWake,
} from '../support/register.ts';
import { ALL, activitiesOf, lettersOf, sendAll, stepOf } from './support/activitiesOf.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let ladder: Activities['ladder'];

beforeAll(() => {
  ladder = activitiesOf(register.pool).ladder;
});

const toDeputy = (period = committee.period) =>
  ladder.climb({
    ...stepOf(committee, 'rung-deputy', DECEMBER.lock),
    periodId: period,
    scheduleId: `${period}/main`,
    batch: ALL,
  });
const toChair = () =>
  ladder.climb({ ...stepOf(committee, 'rung-chair', DECEMBER.chair), batch: ALL });

interface Climb {
  party: string;
  rung: string;
  to: string;
  why: string;
  needs_release: boolean;
}
async function climbs(period = committee.period): Promise<Climb[]> {
  const { rows } = await register.pool.query<Climb>(
    `select o.party_id as party, c.rung, c.recipient_id as to, c.why, c.needs_release
     from climb c join obligation o on o.id = c.obligation_id where o.period_id = $1 order by o.ordinal, c.taken_at`,
    [period],
  );
  return rows;
}
const pathOf = async (party: string) =>
  (await climbs()).filter((one) => one.party === party).map(({ rung, to, why }) => [rung, to, why]);

test('climbs to the supervisor, then to the chair; nobody above hears of himself or twice', async () => {
  await toDeputy();
  await toChair();
  expect(await pathOf('ana')).toEqual([
    ['deputy', 'deputy', 'supervisor'],
    ['chair', 'chair', 'named'],
  ]);
  expect(await pathOf('deputy')).toEqual([['deputy', 'chair', 'supervisor']]); // the chair knows by then
});

test('takes a rung once for each obligation, whatever is retried', async () => {
  await toDeputy();
  const first = await climbs();
  await toDeputy();
  expect(await climbs()).toEqual(first);
  const entries = await logOf(register.pool, committee.owed('ana'));
  expect(entries.filter((action) => action === 'rung-taken')).toHaveLength(1);
});

test('leaves out who has reported and who is doubted, and takes the others', async () => {
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', DECEMBER.remind));
  await recordFinding(register.pool, committee, committee.owed('vacant'), { doubts: ['vacant'] });
  await recordFinding(register.pool, committee, committee.owed('binh'));
  await toDeputy();
  const parties = (await climbs()).map(({ party }) => party);
  expect(parties).not.toContain('ana');
  expect(parties).not.toContain('vacant');
  expect(parties).toContain('binh');
});

test('an outline that went out late, though no guidance held it back, climbs nowhere', async () => {
  await ladder.sendPrompts({ ...stepOf(committee, 'prompt', DECEMBER.prompt), batch: ALL });
  await sendAll(register.pool, '2020-12-10T01:00:00.000Z');
  const binh = committee.owed('binh');
  await recordFinding(register.pool, committee, binh, { doubts: ['outline-late'] });
  await toDeputy();
  expect(await pathOf('binh')).toEqual([]);
});

test('looks the supervisor up when the rung fires', async () => {
  await register.pool.query(
    `update supervision set until = '2020-12-12' where notice_id = $1 and party_id = 'binh'`,
    [committee.id],
  );
  await register.pool.query(
    `insert into supervision (notice_id, party_id, supervisor_id, since) values ($1, 'binh', 'third', '2020-12-12')`,
    [committee.id],
  );
  await toDeputy();
  expect(await pathOf('binh')).toEqual([['deputy', 'third', 'supervisor']]);
});

test('goes to the fallback where the post above is vacant, never into nothing', async () => {
  await register.pool.query(
    `update holding set until = '2020-12-12' where notice_id = $1 and party_id = 'deputy'`,
    [committee.id],
  );
  await toDeputy();
  expect(await pathOf('ana')).toEqual([['deputy', 'office', 'fallback']]);
});

test('waits for release in the first two periods, and wakes the daily round only for what need not wait', async () => {
  await toDeputy();
  expect((await climbs()).every(({ needs_release }) => needs_release)).toBe(true);
  expect(await takeWake(register.pool, roundWorkflowId(committee.id))).toBe(false);

  const third = await committee.open('2020-12-28', '2020-12-23T01:00:00.000Z');
  await toDeputy(third);
  expect((await climbs(third)).some(({ needs_release }) => needs_release)).toBe(false);
  expect(await takeWake(register.pool, roundWorkflowId(committee.id))).toBe(true);
});

test('asks each of those who may release once for what waits: findings and letters upwards', async () => {
  await recordFinding(register.pool, committee, committee.owed('binh'));
  await toDeputy();
  const ask = () => ladder.requestRelease(stepOf(committee, 'rung-deputy', DECEMBER.lock));
  await ask();
  await ask();
  const letters = await lettersOf(register.pool, committee.id, 'release-request');
  expect(letters.map(({ person }) => person)).toEqual(['p-office', 'p-third']);
  expect(letters[0]?.document).toContain('Title of binh');
  expect(letters[0]?.document).toContain('Title of ana');
});

test('asks for no release where nothing waits for one', async () => {
  await recordFinding(register.pool, committee, committee.owed('binh'), { hasWords: false });
  await ladder.requestRelease(stepOf(committee, 'lock', DECEMBER.lock));
  expect(await lettersOf(register.pool, committee.id, 'release-request')).toEqual([]);
});
