import { beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { pauseProcess } from '../../db/decisions/pauseProcess.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { DECEMBER, decidedByChair, openCommittee, race, report } from '../support/register.ts';
import { ALL, activitiesOf, lettersOf, stepOf } from './support/activitiesOf.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let ladder: Activities['ladder'];
let record: Activities['record'];

beforeAll(() => {
  ({ ladder, record } = activitiesOf(register.pool));
});

const prompt = (batch = ALL) =>
  ladder.sendPrompts({ ...stepOf(committee, 'prompt', DECEMBER.prompt), batch });
/** The prompt as the follow-up takes it, when what follows is a reminder. */
const prompted = async () => {
  await prompt();
  await record.finishStep(stepOf(committee, 'prompt', DECEMBER.prompt));
};
const prompts = () => lettersOf(register.pool, committee.id, 'prompt');
const owed = (...parties: string[]) => parties.map((party) => committee.owed(party)).toSorted();

test('prompts each person once for all capacities, and the office for a post that nobody holds', async () => {
  await prompt();
  const letters = await prompts();
  expect(letters.map(({ person }) => person)).toEqual([
    'p-ana',
    'p-binh',
    'p-deputy',
    'p-office',
    'p-third',
    'p-unit-1',
    'p-unit-2',
    'p-unit-3',
  ]);
  expect(letters.find(({ person }) => person === 'p-ana')?.about).toEqual(owed('ana', 'sub-ana'));
  const toOffice = letters.find(({ person }) => person === 'p-office');
  expect(toOffice?.about).toEqual(owed('vacant'));
  expect(toOffice?.document).toContain('Title of vacant');
  expect(letters[0]?.document).toContain('coi như không đi chỉ đạo');
  expect(letters[0]?.document).toContain('Đề cương');
});

test('writes to the office in place of somebody without an address', async () => {
  await register.pool.query(
    `update person_contact set address = null where notice_id = $1 and person_id = 'p-binh'`,
    [committee.id],
  );
  await prompt();
  const letters = await prompts();
  expect(letters.map(({ person }) => person)).not.toContain('p-binh');
  const toOffice = letters.filter(({ person }) => person === 'p-office');
  expect(toOffice.map(({ about }) => about)).toEqual([owed('binh'), owed('vacant')]);
});

test('doubles nothing when a batch is tried again, and two batches never write to one person twice', async () => {
  const { rows } = await register.pool.query<{ ordinal: number }>(
    'select ordinal from obligation where id = $1',
    [committee.owed('ana')],
  );
  const middle = rows[0]?.ordinal ?? 0; // the same person's other capacity comes in the second batch
  await prompt({ from: 1, to: middle });
  await prompt({ from: middle + 1, to: 100 });
  const first = await prompts();
  expect(first.filter(({ person }) => person === 'p-ana')).toHaveLength(1);
  await prompt();
  expect(await prompts()).toEqual(first);
  expect(first).toHaveLength(8);
});

test('reminds only of what is still owed', async () => {
  await prompted();
  await takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', '2020-12-10T03:00:00.000Z'),
  );
  await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', '2020-12-10T03:00:00.000Z'),
  );
  await ladder.sendReminders({ ...stepOf(committee, 'remind-1', DECEMBER.remind), batch: ALL });
  const letters = await lettersOf(register.pool, committee.id, 'remind');
  expect(letters.map(({ person }) => person)).not.toContain('p-binh');
  expect(letters.find(({ person }) => person === 'p-ana')?.about).toEqual(owed('sub-ana'));
});

test('reminds nobody of what was never asked', async () => {
  await ladder.sendReminders({ ...stepOf(committee, 'remind-1', DECEMBER.remind), batch: ALL });
  expect(await lettersOf(register.pool, committee.id, 'remind')).toEqual([]);
});

test('holds a letter written at night until the office opens', async () => {
  await prompted();
  await ladder.sendOverdueNotices({
    ...stepOf(committee, 'overdue', '2020-12-14T18:00:00.000Z'), // one in the morning
    batch: ALL,
  });
  const letters = await lettersOf(register.pool, committee.id, 'overdue');
  expect(new Set(letters.map(({ not_before }) => not_before))).toEqual(new Set([DECEMBER.overdue]));
});

test('prompts the office for its certificate on the certificate’s own schedule', async () => {
  await ladder.sendPrompts({
    ...stepOf(committee, 'prompt', '2020-12-15T00:45:00.000Z', 'certificate'),
    batch: ALL,
  });
  const letters = await prompts();
  expect(letters.map(({ person, about }) => [person, about])).toEqual([
    ['p-office', [committee.owed('office', 'certificate')]],
  ]);
});

test('nobody is reminded of what comes in while the letter is being written', async () => {
  await prompted();
  const reported = await race(
    register.pool,
    committee.id,
    () => takeSubmission(register.pool, report(committee, 'binh', 'p-binh', DECEMBER.remind)),
    () => ladder.sendReminders({ ...stepOf(committee, 'remind-1', DECEMBER.remind), batch: ALL }),
  );
  expect(reported.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  const letters = await lettersOf(register.pool, committee.id, 'remind');
  expect(letters.map(({ person }) => person)).toContain('p-ana');
  expect(letters.map(({ person }) => person)).not.toContain('p-binh');
});

test('nobody is reminded in a pause that begins while the letter is being written', async () => {
  await prompted();
  const deciding = decidedByChair(committee, DECEMBER.remind);
  const pause = { ...deciding, processId: 'reports', decision: { reason: 'A storm.' } };
  const paused = await race(
    register.pool,
    committee.id,
    () => pauseProcess(register.pool, pause),
    () => ladder.sendReminders({ ...stepOf(committee, 'remind-1', DECEMBER.remind), batch: ALL }),
  );
  expect(paused.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await lettersOf(register.pool, committee.id, 'remind')).toEqual([]);
});
