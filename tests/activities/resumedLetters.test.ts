import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import type { Instant } from '../../contracts/plan.ts';
import { keepWords } from '../../db/decisions/waitingWords.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { type Committee, DECEMBER, openCommittee, report } from '../support/register.ts';
import { activitiesOf, lettersOf } from './support/activitiesOf.ts';

let register: FreshDatabase;
let committee: Committee;
let activities: Activities;
beforeAll(async () => {
  register = await freshDatabase();
  activities = activitiesOf(register.pool);
  committee = await openCommittee(register.pool);
});
afterAll(() => register.close());

/** Pauses or resumes the reports, as the chair. */
async function decide(kind: 'pauseProcess' | 'resumeProcess', at: Instant): Promise<void> {
  const decisionId = randomUUID();
  const words = { reason: 'Tập trung chống bão số 13' };
  await keepWords(register.pool, { decisionId, noticeId: committee.id, words });
  await activities.decide[kind]({
    ...{ decisionId, at, noticeId: committee.id, processId: 'reports' },
    actor: { id: 'person:p-chair', capacity: 'chair' },
    wake: { kind: 'live' },
    decision: {},
  });
}

test('after a pause whoever was asked and still owes is told the new day beside the old; nobody else is', async () => {
  await activities.ladder.sendPrompts({
    periodId: committee.period,
    scheduleId: `${committee.period}/main`,
    stepKey: 'prompt',
    now: DECEMBER.prompt,
    batch: { from: 1, to: 4 }, // the others have not been asked yet
  });
  const asked = (await lettersOf(register.pool, committee.id, 'prompt')).map(
    ({ person }) => person,
  );
  await decide('pauseProcess', '2020-12-10T03:00:00.000Z');
  await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', '2020-12-11T03:00:00.000Z'),
  );
  await decide('resumeProcess', '2020-12-15T16:00:00.000Z'); // 23:00

  const told = await lettersOf(register.pool, committee.id, 'date-moved');
  expect(asked).toContain('p-binh');
  expect(told.map(({ person }) => person)).toEqual(asked.filter((person) => person !== 'p-binh'));
  expect(told[0]?.document).toContain(
    'tạm dừng từ ngày 10/12/2020 (thứ Năm) đến ngày 15/12/2020 (thứ Ba)',
  );
  expect(told[0]?.document).toContain('Tập trung chống bão số 13');
  expect(told[0]?.document).toContain('14/12/2020');
  const { rows } = await register.pool.query(
    `select distinct not_before from letter where notice_id = $1 and kind = 'date-moved'`,
    [committee.id],
  );
  expect(rows).toEqual([{ not_before: '2020-12-16T00:30:00.000Z' }]);
});
