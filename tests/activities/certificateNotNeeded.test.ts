import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { sourcePeriods } from '../../db/digests/sourcePeriods.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  type Committee,
  DECEMBER,
  logOf,
  obligationRow,
  openCommittee,
  report,
  takeWake,
} from '../support/register.ts';
import { ALL, activitiesOf, stepOf } from './support/activitiesOf.ts';

let register: FreshDatabase;
let committee: Committee;
let activities: Activities;
const BEFORE_LOCK = '2020-12-15T03:00:00.000Z';

beforeAll(async () => {
  register = await freshDatabase();
  activities = activitiesOf(register.pool);
});
afterAll(() => register.close());
beforeEach(async () => {
  committee = await openCommittee(register.pool);
});

const certificate = () => committee.owed('office', 'certificate');
/** Everybody hands in, but for those who are silent; a vacant post is excused. */
async function reportAll(...silent: string[]): Promise<void> {
  await register.pool.query(
    `update obligation o set closed_as = 'excused', closed_at = $2 where o.period_id = $1 and o.track = 'main'
       and not exists (select from holding h where h.notice_id = o.notice_id and h.party_id = o.party_id)`,
    [committee.period, DECEMBER.prompt],
  );
  const { rows } = await register.pool.query<{ party: string; person: string }>(
    `select o.party_id as party, min(h.person_id) as person from obligation o
     join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id
     where o.period_id = $1 and o.track = 'main' and o.outcome = 'open' group by 1 order by 1`,
    [committee.period],
  );
  for (const { party, person } of rows) {
    if (silent.includes(party)) continue;
    const handedIn = report(committee, party, person, '2020-12-14T03:00:00.000Z');
    await takeSubmission(register.pool, handedIn);
  }
}
const wake = (now: string) => activities.record.readAgenda({ periodId: committee.period, now });
test('with everybody in before the lock the office is asked for no certificate, and the log says why', async () => {
  await activities.ladder.sendPrompts({
    ...stepOf(committee, 'prompt', '2020-12-15T00:30:00.000Z', 'certificate'),
    batch: ALL,
  });
  await takeWake(register.pool, committee.period);
  await reportAll();
  expect(await takeWake(register.pool, committee.period)).toBe(true);
  const { steps } = await wake(BEFORE_LOCK);
  expect(steps.map(({ kind }) => kind)).toEqual(['close', 'close']);
  expect((await obligationRow(register.pool, certificate())).outcome).toBe('cancelled');
  expect(await logOf(register.pool, certificate())).toContain('certificate-not-needed');
  const { rows } = await register.pool.query(
    `select l.state from letter l join letter_obligation a on a.letter_id = l.id where a.obligation_id = $1`,
    [certificate()],
  );
  expect(rows).toEqual([{ state: 'stopped' }]);
});

test('one who is silent keeps it: a paper may still lie in the tray', async () => {
  await reportAll('ana');
  expect((await wake(BEFORE_LOCK)).steps.map(({ kind }) => kind)).toContain('lock');
  expect((await obligationRow(register.pool, certificate())).outcome).toBe('open');
});

test('after the lock it stays owed, since the office was late with it', async () => {
  await reportAll();
  await wake(DECEMBER.lock);
  expect((await obligationRow(register.pool, certificate())).outcome).toBe('open');
});

test('the digest misses no certificate where none was needed', async () => {
  await reportAll();
  await wake(BEFORE_LOCK);
  const [source] = await sourcePeriods(register.pool, {
    noticeId: committee.id,
    source: 'reports',
    digestProcess: 'digest',
    digestPeriodId: 'none',
    now: '2020-12-16T06:00:00.000Z',
  });
  expect(source).toMatchObject({ periodId: committee.period, asksCertificate: false });
});
