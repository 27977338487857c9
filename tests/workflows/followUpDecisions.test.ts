import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../api/processGateway.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { UPDATES, WAKE } from '../../contracts/messages.ts';
import { type FakePeriod, fakePeriod, taken } from './support/fakePeriod.ts';
import { DAY, followUpInput, HOUR, stepAt, wholeLadder } from './support/ladderSteps.ts';
import { openSkippingServer, type SkippingServer } from './support/skippingServer.ts';

let server: SkippingServer;
/** Three hours from the server's present instant. */
let from: number;
beforeAll(async () => {
  server = await openSkippingServer();
});
beforeEach(async () => {
  from = (await server.now()) + 3 * HOUR;
});
afterAll(() => server?.close());

const LIVE = { kind: 'live' } as const;
const STATE = defineSearchAttributeKey('DondocState', 'KEYWORD');

async function start(period: FakePeriod): Promise<WorkflowHandle> {
  const handle = await server.start('followUp', followUpInput(), period.fakes, () => {
    period.agenda = { state: 'cancelled', missed: false, steps: [] };
    return handle.signal(WAKE, LIVE);
  });
  await handle.signal(WAKE, LIVE);
  await period.called(1, 'readAgenda'); // it holds what it was opened with
  return handle;
}

/** Comes back once the follow-up holds a period in this state. */
const holds = (handle: WorkflowHandle, state: string) =>
  expect.poll(async () => (await handle.describe()).typedSearchAttributes.get(STATE)).toBe(state);

/** Sends a decision as the API's gateway does; a refusal comes as the API's caller would read it. */
async function send(handle: WorkflowHandle, name: string, decision: object): Promise<unknown> {
  const decisionId = randomUUID();
  const actor = { id: 'person:p-third', capacity: 'third' };
  const update = { decisionId, at: new Date().toISOString(), wake: LIVE, actor, decision };
  try {
    const result = await handle.executeUpdate(name, { args: [update], updateId: decisionId });
    expect(result).toEqual({ decisionId });
    return 'taken';
  } catch (error) {
    throw refusalOf(error, 'the period');
  }
}

const HOLD = { obligations: ['n/p/k/ana'], rung: 'chair', workingDays: 2, reason: 'Ill.' };
const DECISIONS = [
  [UPDATES.extend, { obligations: ['n/p/k/ana'], dueDate: '2020-12-20', reason: 'A storm.' }],
  [UPDATES.askForSupplement, { submission: randomUUID(), comment: 'Part 2', missing: [] }],
  [UPDATES.cancelObligations, { obligations: ['n/p/k/ana'], reason: 'Abolished.' }],
  [UPDATES.holdRung, HOLD],
  [UPDATES.closeByDecision, { reason: 'The rest is not coming.' }],
  [UPDATES.reassign, { obligation: 'n/p/k/ana', to: 'binh', reason: 'Abroad.' }],
] as const;

test.each(DECISIONS)('takes the decision %s and reads its agenda anew', async (name, decision) => {
  const period = fakePeriod([]);
  const handle = await start(period);
  period.agenda.steps = wholeLadder(from);
  await handle.signal(WAKE, LIVE);
  await period.called(2, 'readAgenda');
  period.instead[name] = () => {
    period.agenda.steps = [stepAt('due', from + DAY), stepAt('close', from + 2 * DAY)];
  };
  expect(await send(handle, name, decision)).toBe('taken');
  expect(period.decided).toEqual([{ name, decision }]);
  expect(await handle.result()).toEqual({ state: 'closed' });
  expect(taken(period)).toEqual(['fallDue', 'closePeriod']);
});

test('refuses to hold a rung that was taken or never was, without asking the register', async () => {
  const period = fakePeriod([
    stepAt('due', from + DAY),
    stepAt('rung', from + DAY, { rungId: 'deputy' }),
  ]);
  const handle = await start(period);
  await expect(send(handle, UPDATES.holdRung, HOLD)).rejects.toMatchObject({
    failure: FAILURES.conflict,
    message: 'the rung chair has been taken or does not exist',
  });
  expect(period.decided).toEqual([]);
  expect(await send(handle, UPDATES.holdRung, { ...HOLD, rung: 'deputy' })).toBe('taken');
});

test('refuses to hold a rung while the period is paused, when nothing climbs anyhow', async () => {
  const period = fakePeriod([stepAt('rung', from + DAY, { rungId: 'chair' })], { state: 'paused' });
  const handle = await start(period);
  await expect(send(handle, UPDATES.holdRung, HOLD)).rejects.toMatchObject({
    failure: FAILURES.conflict,
    message: 'the period is paused: nothing climbs meanwhile',
  });
  expect(await send(handle, ...DECISIONS[0])).toBe('taken'); // an extension has nothing against it
});

test('ends with the decision to close its period, whatever was still before it', async () => {
  const period = fakePeriod([
    stepAt('due', from + DAY),
    stepAt('rung', from + 2 * DAY, { rungId: 'chair' }),
  ]);
  const handle = await start(period);
  period.instead.closeByDecision = () => {
    period.agenda = { state: 'closed', missed: false, steps: [] };
  };
  expect(await send(handle, ...DECISIONS[4])).toBe('taken');
  expect(await handle.result()).toEqual({ state: 'closed' });
  expect(taken(period)).toEqual([]);
});

test('refuses to close a period while it is paused', async () => {
  const period = fakePeriod([], { state: 'paused' });
  const handle = await start(period);
  await expect(send(handle, ...DECISIONS[4])).rejects.toMatchObject({
    failure: FAILURES.conflict,
    message: 'the period is paused: resume it first',
  });
  expect(period.decided).toEqual([]);
});

test('refuses decisions once the period has closed, and lets one under way be answered', async () => {
  const period = fakePeriod([stepAt('close', from + DAY)]);
  const handle = await start(period);
  let letGo: () => void = () => {};
  period.instead.extend = () =>
    new Promise((resolve) => {
      letGo = resolve;
    });
  const underWay = send(handle, ...DECISIONS[0]);
  await period.called(1, 'extend');
  period.agenda = { state: 'closed', missed: false, steps: [] };
  await handle.signal(WAKE, LIVE);
  await holds(handle, 'closed');
  for (const [name, decision] of [DECISIONS[2], DECISIONS[3], DECISIONS[4]]) {
    await expect(send(handle, name, decision)).rejects.toMatchObject({
      failure: FAILURES.conflict,
      message: 'the period is closed',
    });
  }
  letGo();
  expect(await underWay).toBe('taken');
  expect(await handle.result()).toEqual({ state: 'closed' });
  await expect(send(handle, ...DECISIONS[0])).rejects.toMatchObject({
    failure: FAILURES.conflict,
    message: 'the period is closed, or its workflow has not been started yet',
  });
});

test('tells the caller that a decision lost its race, and goes on with its ladder', async () => {
  const period = fakePeriod([]);
  const handle = await start(period);
  period.instead.extend = () => {
    throw new PermanentFailure(FAILURES.conflict, 'n/p/k/ana is on-time');
  };
  await expect(send(handle, ...DECISIONS[0])).rejects.toMatchObject({
    failure: FAILURES.conflict,
    message: 'n/p/k/ana is on-time',
  });
  expect(period.calls.filter(({ name }) => name === 'extend')).toHaveLength(1);
  period.agenda.steps = [stepAt('due', from), stepAt('close', from + DAY)];
  await handle.signal(WAKE, LIVE);
  expect(await handle.result()).toEqual({ state: 'closed' });
  expect(taken(period)).toEqual(['fallDue', 'closePeriod']);
});

test('tries a decision again whose transaction lost its connection, under the same id', async () => {
  const period = fakePeriod([]);
  const handle = await start(period);
  let lost = 0;
  period.instead.cancelObligations = () => {
    if (lost++ === 0) throw new Error('connection terminated unexpectedly');
  };
  expect(await send(handle, ...DECISIONS[2])).toBe('taken');
  expect(period.decided).toHaveLength(2);
});

test('holds up no step while a decision is on its way', async () => {
  const period = fakePeriod([]);
  const handle = await start(period);
  let letGo: () => void = () => {};
  period.instead.extend = () =>
    new Promise((resolve) => {
      letGo = resolve;
    });
  const underWay = send(handle, ...DECISIONS[0]);
  await period.called(1, 'extend');
  period.agenda.steps = [stepAt('due', from - 4 * HOUR), stepAt('close', from + 9 * DAY)];
  await handle.signal(WAKE, LIVE);
  await period.called(1, 'fallDue');
  letGo();
  expect(await underWay).toBe('taken');
});
