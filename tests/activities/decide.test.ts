import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { pauseProcess } from '../../db/decisions/pauseProcess.ts';
import { keepWords } from '../../db/decisions/waitingWords.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { obligationRow, openCommittee } from '../support/register.ts';
import { activitiesOf } from './support/activitiesOf.ts';

// Nobody has brought the holiday table for 2021. An Update that cannot succeed without it must not be tried for ever.

const register = ownRegister();
let activities: Activities;
const committee = openedAnew(() => openCommittee(register.pool));
const actor = { id: 'person:p-chair', capacity: 'chair' };
beforeAll(() => {
  activities = activitiesOf(register.pool);
});
beforeEach(async () => {
  await register.pool.query(
    `update notice set content = content #- '{calendar,years,2021}', content_sha256 = encode(sha256(id::bytea), 'hex') where id = $1`,
    [committee.id],
  );
});

const decision = async (at: string) => {
  const decisionId = randomUUID();
  const words = { reason: 'Bão lũ' };
  await keepWords(register.pool, { decisionId, noticeId: committee.id, words });
  return { decisionId, at, actor, wake: { kind: 'live' as const } };
};
const REFUSED = { type: 'Invalid', nonRetryable: true, message: /no holiday table for 2021/ };
const refused = (decided: Promise<unknown>) =>
  expect(decided).rejects.toMatchObject({
    ...REFUSED,
    message: expect.stringMatching(REFUSED.message),
  });
const owed = () => `${committee.period}/ana`;

test('an extension into a year without a holiday table is refused, and nothing moves', async () => {
  const before = await obligationRow(register.pool, owed());
  await refused(
    activities.decide.extend({
      ...(await decision('2020-12-10T02:00:00.000Z')),
      periodId: committee.period,
      decision: { obligations: [owed()], dueDate: '2021-01-05', boundary: 'by' },
    }),
  );
  expect(await obligationRow(register.pool, owed())).toEqual(before);
});

test('a resume that would carry a period there is refused; the process stays paused until a table is added', async () => {
  const process = { noticeId: committee.id, processId: 'reports' };
  await pauseProcess(register.pool, {
    ...process,
    decisionId: randomUUID(),
    actor,
    at: '2020-12-10T02:00:00.000Z',
    decision: { reason: 'Bão lũ' },
  });
  await refused(
    activities.decide.resumeProcess({
      ...(await decision('2020-12-30T02:00:00.000Z')),
      ...process,
      decision: {},
    }),
  );
  const { rows } = await register.pool.query(
    `select state from process where notice_id = $1 and id = 'reports'`,
    [committee.id],
  );
  expect(rows).toEqual([{ state: 'paused' }]);
});
