import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import type { Instant } from '../../contracts/plan.ts';
import { keepWords } from '../../db/decisions/waitingWords.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { DECEMBER, openCommittee, report } from '../support/register.ts';
import { activitiesOf, lettersOf, sendAll, stepOf } from './support/activitiesOf.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let activities: Activities;
const AT: Instant = '2020-12-10T03:00:00.000Z';
const REASON = 'Hợp nhất vào báo cáo của huyện';

beforeEach(() => {
  activities = activitiesOf(register.pool);
});

/** The first four have been asked, and their letters are out; the others have not. */
async function askFour(): Promise<string[]> {
  const step = stepOf(committee, 'prompt', DECEMBER.prompt);
  await activities.ladder.sendPrompts({ ...step, batch: { from: 1, to: 4 } });
  await sendAll(register.pool, DECEMBER.prompt);
  const prompts = await lettersOf(register.pool, committee.id, 'prompt');
  return prompts.map(({ person }) => person);
}

/** A decision with its words in the register, as an Update brings it. */
async function decided(capacity: string) {
  const decisionId = randomUUID();
  await keepWords(register.pool, {
    decisionId,
    noticeId: committee.id,
    words: { reason: REASON },
  });
  return {
    decisionId,
    at: AT,
    actor: { id: 'person:p-chair', capacity },
    wake: { kind: 'live' as const },
  };
}

const told = () => lettersOf(register.pool, committee.id, 'date-moved');

test('a cancelled process is told to whoever was asked and still owed, once, with who and why', async () => {
  const asked = await askFour();
  expect(asked).toContain('p-binh');
  await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', '2020-12-09T03:00:00.000Z'),
  );
  const cancelled = {
    ...(await decided('admin')),
    ...{ noticeId: committee.id, processId: 'reports', decision: {} },
  };
  await activities.decide.cancelProcess(cancelled);
  await activities.decide.cancelProcess(cancelled);
  const letters = await told();
  expect(letters.map(({ person }) => person)).toEqual(asked.filter((one) => one !== 'p-binh'));
  expect(letters[0]?.document).toContain('[Thôi giao việc]');
  expect(letters[0]?.document).toContain(REASON);
  expect(letters[0]?.document).toContain('Quản trị sổ theo dõi');
  expect(letters[0]?.document).toContain('không còn thư nhắc');
});

test('of some that are cancelled, those alone are told who had been asked', async () => {
  const asked = await askFour();
  const [first = ''] = (await lettersOf(register.pool, committee.id, 'prompt')).flatMap(
    ({ about }) => about,
  );
  const { rows } = await register.pool.query<{ id: string }>(
    `select id from obligation o where period_id = $1 and track = 'main' and outcome = 'open'
       and not exists (select from letter_obligation l where l.obligation_id = o.id) limit 1`,
    [committee.period],
  );
  expect(rows).toHaveLength(1);
  await activities.decide.cancelObligations({
    ...(await decided('chair')),
    periodId: committee.period,
    decision: { obligations: [first, rows[0]?.id ?? ''] },
  });
  const letters = await told();
  expect(letters.map(({ about }) => about)).toEqual([[first]]);
  expect(asked).toContain(letters[0]?.person);
});
