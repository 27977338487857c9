import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../../activities/createActivities.ts';
import { noticeWorkflowId, processWorkflowId } from '../../../contracts/ids.ts';
import { readCampaign } from '../../../db/campaign/readCampaign.ts';
import { addPeak } from '../../../db/decisions/addPeak.ts';
import { cancelProcess } from '../../../db/decisions/cancelProcess.ts';
import { excuse } from '../../../db/decisions/excuse.ts';
import { readStarts } from '../../../db/notices/readStarts.ts';
import { markDone } from '../../../db/periods/processState.ts';
import { findProcess } from '../../../domain/notice/findProcess.ts';
import { activitiesOf, lettersOf, sendAll } from '../../activities/support/activitiesOf.ts';
import { AT, DOCUMENT, openCampaign, PEAK } from '../../support/campaign.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { logOf, race, takeWake } from '../../support/register.ts';

const register = ownRegister();
const campaign = openedAnew(() => openCampaign(register.pool));
let activities: Activities;

beforeAll(() => {
  activities = activitiesOf(register.pool);
});
beforeEach(async () => {
  await campaign.open(DOCUMENT, '2020-11-24T01:00:00.000Z');
  await campaign.handIn(DOCUMENT, 'ana', 'p-ana', '2020-11-26T02:00:00.000Z');
  await campaign.open(PEAK, AT.call);
});

const IN_TIME = '2020-12-24T02:00:00.000Z';
const LATE = '2021-02-01T02:00:00.000Z';
const returned = async (at: string, ...units: number[]) => {
  for (const unit of units) await campaign.handIn(PEAK, `unit-${unit}`, `p-unit-${unit}`, at);
};
const stepNamed = (key: string, stepKey: string, now: string) => {
  const periodId = campaign.periodOf(key);
  return { periodId, scheduleId: `${periodId}/main`, stepKey, now };
};
const close = (now: string = AT.close) =>
  activities.ladder.closePeriod(stepNamed(PEAK, 'close', now));
const read = (now: string = AT.close) => {
  const { process } = findProcess(campaign.notice, 'cleanup');
  if (process.kind !== 'campaign') throw new Error('cleanup is a campaign');
  return readCampaign(register.pool, campaign.id, process, now);
};
const december = async (now?: string) => (await read(now)).peaks.find(({ id }) => id === '2020-1');
const by = { actor: { id: 'person:p-office', capacity: 'office' } };
const excused = (at: string, ...units: number[]) =>
  excuse(register.pool, {
    decisionId: randomUUID(),
    noticeId: campaign.id,
    at,
    ...by,
    decision: {
      obligations: units.map((unit) => campaign.owed(PEAK, `unit-${unit}`)),
      ground: 'other',
      reason: 'Bão lũ',
    },
    compose: () => [],
    composeReversed: () => [],
  });
const wanted = {
  from: '2021-02-22',
  to: '2021-02-28',
  call: '2021-02-18',
  returnsDue: '2021-03-05',
  reason: 'Tổ chức bù',
};
const adding = (over: Partial<typeof wanted> & { decisionId?: string; at?: string } = {}) => {
  const { decisionId = randomUUID(), at = AT.close, ...days } = over;
  const named = { decisionId, noticeId: campaign.id, processId: 'cleanup', at, ...by };
  return addPeak(register.pool, { ...named, decision: { ...wanted, ...days } });
};

test('a peak counts with its share of returns, late ones among them, and nobody is told', async () => {
  await returned(IN_TIME, 1, 2);
  await returned('2020-12-30T02:00:00.000Z', 3);
  await close();
  expect(await december()).toMatchObject({ state: 'counted', owed: 4, returned: 3 });
  expect(await logOf(register.pool, campaign.periodOf(PEAK))).toContain('peak-counted');
  expect(await lettersOf(register.pool, campaign.id, 'peak-missed')).toEqual([]);
});

test('a missed one is recorded and told to whoever leads, with what the year now lacks', async () => {
  await returned(IN_TIME, 1, 2);
  await close();
  await close(); // tried again after a crash
  expect(await december()).toMatchObject({
    state: 'missed',
    owed: 4,
    returned: 2,
    judgedAt: AT.close,
  });
  const [letter, ...others] = await lettersOf(register.pool, campaign.id, 'peak-missed');
  expect(others).toEqual([]);
  expect(letter?.person).toBe('p-ana');
  expect(letter?.document).toContain('đã nhận 2 trên 4 báo cáo kết quả, cần ít nhất 3');
  // closed in January: the one of 2020 has been carried over
  expect(letter?.document).toContain('Năm 2021: phải tổ chức 2 đợt (trong đó 1 đợt từ năm trước');
  expect(letter?.document).toContain('còn thiếu 1 đợt');
  const closings = await logOf(register.pool, campaign.periodOf(PEAK));
  expect(closings.filter((action) => action === 'peak-missed')).toHaveLength(1);
});

test('who is excused owes no return', async () => {
  await returned(IN_TIME, 1, 2);
  await excused(IN_TIME, 3, 4);
  await close();
  expect(await december()).toMatchObject({ state: 'counted', owed: 2, returned: 2 });
});

test('where everybody is excused nothing was held', async () => {
  await excused(IN_TIME, 1, 2, 3, 4);
  await close();
  expect(await december()).toMatchObject({ state: 'missed', owed: 0, returned: 0 });
});

test('a late return completes it until the year in which it was judged is over, and wakes the campaign', async () => {
  await returned(IN_TIME, 1, 2);
  await close();
  await takeWake(register.pool, processWorkflowId(campaign.id, 'cleanup'));

  await returned(LATE, 3);
  expect(await december(LATE)).toMatchObject({
    state: 'counted',
    returned: 3,
    judgedAt: AT.close,
    recountedAt: LATE,
  });
  expect((await read(LATE)).years[0]).toMatchObject({ lacking: 0, carriedOut: 0 });
  expect(await logOf(register.pool, campaign.periodOf(PEAK))).toContain('peak-recounted');
  expect(await takeWake(register.pool, processWorkflowId(campaign.id, 'cleanup'))).toBe(true);
});

test('an excuse may complete it too', async () => {
  await returned(IN_TIME, 1, 2);
  await close();
  await excused(LATE, 3, 4);
  expect(await december(LATE)).toMatchObject({ state: 'counted', owed: 2, returned: 2 });
});

test('what comes after the year is over changes nothing any more', async () => {
  await returned(IN_TIME, 1, 2);
  await close('2020-12-30T10:00:00.000Z');
  await returned(LATE, 3);
  expect(await december(LATE)).toMatchObject({ state: 'missed', returned: 2, recountedAt: null });
});

test.each(['close', 'return'])(
  'a return that races with the close is counted: %s first',
  async (first) => {
    await returned(IN_TIME, 1, 2);
    const acts = [() => close(), () => returned(AT.close, 3)] as const;
    const [a, b] = first === 'close' ? acts : [acts[1], acts[0]];
    const both = await race(register.pool, campaign.periodOf(PEAK), a, b);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await december()).toMatchObject({ state: 'counted', returned: 3 });
  },
);

const hasEnded = () =>
  markDone(register.pool, {
    noticeId: campaign.id,
    processId: 'cleanup',
    started: [],
    now: AT.close,
  });

test('an added peak is followed by its own plan, once, and keeps the campaign from ending', async () => {
  await returned(IN_TIME, 1, 2);
  await close();
  const decisionId = randomUUID();
  const { periodKey } = await adding({ decisionId });
  expect(await adding({ decisionId })).toEqual({ decisionId, periodKey });
  expect(await takeWake(register.pool, noticeWorkflowId(campaign.id))).toBe(true);
  const starts = await readStarts(register.pool, campaign.id, AT.close);
  expect(starts?.periods.map((period) => period.periodKey)).toEqual([periodKey]);
  expect((await read()).years[1]).toMatchObject({ carriedIn: 1, ahead: 2, lacking: 0 });
  await register.pool.query(
    `update period set state = 'closed', closed_at = $2 where notice_id = $1`,
    [campaign.id, AT.close],
  );
  expect(await hasEnded()).toBe(false);

  const agenda = await activities.record.openPeriod({
    noticeId: campaign.id,
    processId: 'cleanup',
    directive: '6',
    periodKey,
    now: AT.close,
  });
  expect(agenda.steps[0]).toMatchObject({ kind: 'prompt', at: '2021-02-18T01:00:00.000Z' });
  await activities.ladder.sendPrompts({
    ...stepNamed(periodKey, 'prompt', '2021-02-18T01:00:00.000Z'),
    batch: { from: 1, to: 100 },
  });
  await sendAll(register.pool, '2021-02-18T01:00:00.000Z');
  const [call] = await lettersOf(register.pool, campaign.id, 'campaign-call');
  expect(call?.document).toContain('từ 22/02/2021 đến 28/02/2021');
  expect(await hasEnded()).toBe(false);
});

test('a campaign that lacks a peak lasts until the notice ends, since one may still be made up for', async () => {
  const cleanup = { noticeId: campaign.id, processId: 'cleanup' };
  const last = '2021-03-19-2021-1';
  const finish = (now: string) => activities.record.finishProcess({ ...cleanup, after: last, now });
  await returned(IN_TIME, 1, 2);
  await close();
  const opening = { ...cleanup, directive: '6', periodKey: last, now: AT.close };
  await activities.record.openPeriod(opening);
  await register.pool.query(
    `update period set state = 'closed', closed_at = $2 where notice_id = $1`,
    [campaign.id, AT.close],
  );
  const END = '2021-11-30T17:00:00.000Z';
  expect(await finish('2021-04-01T02:00:00.000Z')).toEqual({ done: false, again: END });
  expect(await finish(END)).toEqual({ done: true });
});

test('nothing is added to a campaign that has ended, and what was added to it starts no more', async () => {
  await adding();
  await cancelProcess(register.pool, {
    compose: () => [],
    decisionId: randomUUID(),
    noticeId: campaign.id,
    processId: 'cleanup',
    at: AT.close,
    ...by,
    decision: { reason: 'Thôi' },
  });
  expect((await readStarts(register.pool, campaign.id, AT.close)).periods).toEqual([]);
  await expect(
    adding({ from: '2021-04-05', to: '2021-04-11', call: '2021-04-01', returnsDue: '2021-04-16' }),
  ).rejects.toMatchObject({ failure: 'Conflict' });
});

test('two who add a peak on the same days at once: the second is refused', async () => {
  const both = await Promise.allSettled([adding(), adding()]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
