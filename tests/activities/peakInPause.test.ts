import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { readCampaign } from '../../db/campaign/readCampaign.ts';
import { keepWords } from '../../db/decisions/waitingWords.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { AT, DOCUMENT, openCampaign, PEAK } from '../support/campaign.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { logOf } from '../support/register.ts';
import { ALL, activitiesOf, lettersOf, sendAll } from './support/activitiesOf.ts';

const register = ownRegister();
const campaign = openedAnew(() => openCampaign(register.pool));
let activities: Activities;
const BEFORE = '2020-12-01T03:00:00.000Z';
const AFTER = '2020-12-28T03:00:00.000Z';

beforeAll(() => {
  activities = activitiesOf(register.pool);
});
beforeEach(async () => {
  await campaign.open(DOCUMENT, '2020-11-24T01:00:00.000Z');
  await campaign.handIn(DOCUMENT, 'ana', 'p-ana', '2020-11-26T02:00:00.000Z');
});

async function decided(at: string) {
  const decisionId = randomUUID();
  const words = { reason: 'Bão số 13' };
  await keepWords(register.pool, { decisionId, noticeId: campaign.id, words });
  const actor = { id: 'person:p-chair', capacity: 'chair' };
  return { decisionId, at, actor, wake: { kind: 'live' as const }, decision: {} };
}
const process = () => ({ noticeId: campaign.id, processId: 'cleanup' });
const pause = async (at: string) =>
  activities.decide.pauseProcess({ ...(await decided(at)), ...process() });
const resume = async (at: string) =>
  activities.decide.resumeProcess({ ...(await decided(at)), ...process() });
const returned = (...units: number[]) =>
  Promise.all(
    units.map((unit) =>
      campaign.handIn(PEAK, `unit-${unit}`, `p-unit-${unit}`, '2020-12-24T02:00:00.000Z'),
    ),
  );
async function read(now: string) {
  const found = findProcess(campaign.notice, 'cleanup').process;
  if (found.kind !== 'campaign') throw new Error('cleanup is a campaign');
  const { peaks, years } = await readCampaign(register.pool, campaign.id, found, now);
  return { peak: peaks.find(({ id }) => id === '2020-1'), years };
}
const missed = () => lettersOf(register.pool, campaign.id, 'peak-missed');

test('a peak wholly inside a pause does not count, and lacks in its year as a missed one does', async () => {
  await pause(BEFORE);
  await campaign.open(PEAK, AT.call);
  await returned(1, 2);
  await resume(AFTER);
  const { peak, years } = await read(AFTER);
  expect(peak).toMatchObject({ state: 'paused', owed: 4, returned: 2, judgedAt: AFTER });
  expect(years[0]).toMatchObject({ year: 2020, counted: 0, ahead: 0, lacking: 1 });
  expect(await logOf(register.pool, campaign.periodOf(PEAK))).toContain('peak-missed');
});

test('and is carried into the next year when its own is over', async () => {
  await pause(BEFORE);
  await campaign.open(PEAK, AT.call);
  await resume(AFTER);
  const { years } = await read('2021-01-04T03:00:00.000Z');
  expect(years).toMatchObject([
    { year: 2020, lacking: 1, carriedOut: 1 },
    { year: 2021, carriedIn: 1, lacking: 1 },
  ]);
});

test('whoever leads is told, with the pause as the reason', async () => {
  await pause(BEFORE);
  await campaign.open(PEAK, AT.call);
  await returned(1, 2);
  await resume(AFTER);
  const [letter, ...others] = await missed();
  expect(others).toEqual([]);
  expect(letter?.person).toBe('p-ana');
  expect(letter?.document).toContain('đợt này rơi trọn vào thời gian tạm dừng');
  expect(letter?.document).toContain('đã nhận 2 trên 4 báo cáo kết quả');
  expect(letter?.document).toContain('lý do: Bão số 13');
  expect(letter?.document).toContain('còn thiếu 1 đợt');
});

test('one whose returns came in during the pause counts', async () => {
  await pause(BEFORE);
  await campaign.open(PEAK, AT.call);
  await returned(1, 2, 3);
  await resume(AFTER);
  expect((await read(AFTER)).peak).toMatchObject({ state: 'counted', owed: 4, returned: 3 });
  expect(await missed()).toEqual([]);
});

test('one that a decision closes is judged by what is in', async () => {
  await campaign.open(PEAK, AT.call);
  await returned(1, 2);
  const at = '2020-12-26T03:00:00.000Z';
  const periodId = campaign.periodOf(PEAK);
  await activities.decide.closeByDecision({ ...(await decided(at)), periodId });
  expect((await read(at)).peak).toMatchObject({ state: 'missed', owed: 4, returned: 2 });
  expect(await missed()).toHaveLength(1);
});

test('a call put off by a pause names the days as they are then', async () => {
  await campaign.open(PEAK, AT.call);
  await pause('2020-12-07T00:00:00.000Z'); // an hour before the call
  await resume('2020-12-17T00:00:00.000Z');
  const periodId = campaign.periodOf(PEAK);
  const { steps } = await activities.record.readAgenda({ periodId, now: AFTER });
  const call = steps.find(({ kind }) => kind === 'prompt');
  expect(call?.at).toBe('2020-12-17T00:30:00.000Z');
  const step = { periodId, scheduleId: call?.scheduleId ?? '', stepKey: 'prompt' };
  await activities.ladder.sendPrompts({ ...step, now: call?.at ?? '', batch: ALL });
  await sendAll(register.pool, call?.at ?? '');
  const [letter] = await lettersOf(register.pool, campaign.id, 'campaign-call');
  expect(letter?.document).toContain('từ 24/12/2020 đến 30/12/2020'); // ten days on, as the returns
});
