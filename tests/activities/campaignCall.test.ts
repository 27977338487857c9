import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { AT, DOCUMENT, openCampaign, PEAK } from '../support/campaign.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { takeWake } from '../support/register.ts';
import { ALL, activitiesOf, lettersOf, sendAll } from './support/activitiesOf.ts';

const register = ownRegister();
const campaign = openedAnew(() => openCampaign(register.pool));
let activities: Activities;

beforeAll(() => {
  activities = activitiesOf(register.pool);
});
beforeEach(async () => {
  await campaign.open(DOCUMENT, '2020-11-24T01:00:00.000Z');
  await campaign.open(PEAK, AT.call);
});

const issue = (at: string) => campaign.handIn(DOCUMENT, 'ana', 'p-ana', at);
const readyAt = async (now: string) => {
  const period = campaign.periodOf(PEAK);
  const { steps } = await activities.record.readAgenda({ periodId: period, now });
  return steps.filter(({ ready, at }) => ready && at <= now).map(({ key }) => key);
};
/** Takes a step of the peak as its follow-up does. */
const take = async (stepKey: string, now: string) => {
  const periodId = campaign.periodOf(PEAK);
  const step = { periodId, scheduleId: `${periodId}/main`, stepKey, now };
  const batch = { ...step, batch: ALL };
  if (stepKey === 'prompt') await activities.ladder.sendPrompts(batch);
  if (stepKey === 'remind-1') await activities.ladder.sendReminders(batch);
  if (stepKey === 'overdue') await activities.ladder.sendOverdueNotices(batch);
  if (stepKey === 'lock') await activities.ladder.lock(batch);
  await sendAll(register.pool, now);
  await activities.record.finishStep(step);
};
const doubts = async () => {
  const { rows } = await register.pool.query<{ state: string; doubts: string[] }>(
    'select distinct f.state, f.doubts from finding f join obligation o on o.id = f.obligation_id where o.period_id = $1',
    [campaign.periodOf(PEAK)],
  );
  return rows;
};

test('no peak is called before its document is in, and its coming wakes the peak', async () => {
  expect(await readyAt(AT.call)).toEqual([]);
  await takeWake(register.pool, campaign.periodOf(PEAK));

  await issue('2020-12-08T02:00:00.000Z');
  expect(await takeWake(register.pool, campaign.periodOf(PEAK))).toBe(true);
  expect(await readyAt('2020-12-08T02:00:00.000Z')).toEqual(['prompt']);
});

test('the call names the days of the peak and the document by its receipt', async () => {
  await issue('2020-11-26T02:00:00.000Z');
  await take('prompt', AT.call);
  const calls = await lettersOf(register.pool, campaign.id, 'campaign-call');
  expect(calls.map(({ person }) => person)).toEqual(
    ['p-unit-1', 'p-unit-2', 'p-unit-3', 'p-unit-4'].sort(),
  );
  expect(await lettersOf(register.pool, campaign.id, 'prompt')).toEqual([]);
  const { rows } = await register.pool.query<{ receipt_no: string }>(
    'select receipt_no from submission where notice_id = $1',
    [campaign.id],
  );
  const [call] = calls;
  expect(call?.document).toContain('từ 14/12/2020 đến 20/12/2020');
  expect(call?.document).toContain(
    `văn bản của UBND huyện; vào sổ theo dõi ngày 26/11/2020, số biên nhận ${rows[0]?.receipt_no}`,
  );
});

test('a call in time makes silence a finding', async () => {
  await issue('2020-11-26T02:00:00.000Z');
  await take('prompt', AT.call);
  await take('lock', AT.lock);
  expect(await doubts()).toEqual([{ state: 'recorded', doubts: [] }]);
});

test('without a document nobody is reminded, and nobody is found silent', async () => {
  await take('remind-1', AT.remind);
  await take('overdue', '2020-12-28T00:30:00.000Z');
  await take('lock', AT.lock);
  expect(await lettersOf(register.pool, campaign.id, 'remind')).toEqual([]);
  expect(await lettersOf(register.pool, campaign.id, 'overdue')).toEqual([]);
  expect(await doubts()).toEqual([{ state: 'withheld', doubts: ['outline-late'] }]);
});

test('a document that comes when the days of the peak are over calls nobody any more', async () => {
  await issue('2020-12-21T02:00:00.000Z');
  expect(await readyAt('2020-12-21T02:00:00.000Z')).toEqual(['prompt']);
  await take('prompt', '2020-12-21T02:00:00.000Z');
  expect(await lettersOf(register.pool, campaign.id, 'campaign-call')).toEqual([]);
});
