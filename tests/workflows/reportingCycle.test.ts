import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../api/processGateway.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { UPDATES, WAKE } from '../../contracts/messages.ts';
import { type CallLog, callLog } from './support/callLog.ts';
import { DAY, HOUR, iso } from './support/ladderSteps.ts';
import { type Fakes, openSkippingServer, type SkippingServer } from './support/skippingServer.ts';

let server: SkippingServer;
/** Three hours from the server's present instant: the first period opens. */
let from: number;
beforeAll(async () => {
  server = await openSkippingServer();
});
beforeEach(async () => {
  from = (await server.now()) + 3 * HOUR;
});
afterAll(() => server?.close());

const LIVE = { kind: 'live' } as const;

/** A process in memory, its periods two weeks apart; none of them ever closes by itself. */
interface FakeProcess extends CallLog {
  /** How many of its periods are still followed. */
  followed: number;
  /** its plan, which an amendment makes longer */
  keys: string[];
  state: 'running' | 'paused' | 'cancelled';
  fakes: Fakes;
}

function fakeProcess(periods: number): FakeProcess {
  const keys = Array.from({ length: periods }, (_, n) => `period-${n + 1}`);
  const decide =
    (name: string, state: FakeProcess['state']) =>
    async ({ decisionId }: { decisionId: string }) => {
      await process.note({ name, at: '' });
      process.state = state;
      return { decisionId };
    };
  const process: FakeProcess = {
    ...callLog(),
    followed: 0,
    keys,
    state: 'running',
    fakes: {
      record: {
        async nextPeriod({ after }) {
          await process.note({ name: 'nextPeriod', at: '' });
          const place = after === null ? 0 : keys.indexOf(after) + 1;
          const key = keys[place];
          return key === undefined ? null : { key, opensAt: iso(from + place * 14 * DAY) };
        },
        async finishProcess({ now, after }) {
          const done = process.followed === 0;
          await process.note({ name: 'finishProcess', at: now });
          const isLast = after === null || keys.indexOf(after) === keys.length - 1;
          return isLast ? { done } : { done: false, more: true };
        },
      },
      starting: {
        async startFollowUp({ periodKey, now }) {
          process.followed += 1;
          await process.note({ name: 'startFollowUp', at: now, step: periodKey });
        },
      },
      decide: {
        pauseProcess: decide('pauseProcess', 'paused'),
        resumeProcess: decide('resumeProcess', 'running'),
        cancelProcess: decide('cancelProcess', 'cancelled'),
        skipPeriod: decide('skipPeriod', 'running'),
        mergePeriod: decide('mergePeriod', 'running'),
      },
    },
  };
  return process;
}

const start = (process: FakeProcess) =>
  server.start(
    'reportingCycle',
    { noticeId: 'n', processId: 'p', directive: '5', after: null, clock: LIVE },
    process.fakes,
    async (handle) => {
      await send(handle, UPDATES.cancelProcess);
    },
  );

async function send(
  handle: WorkflowHandle,
  name: string,
  decision: object = { reason: 'A flood.' },
): Promise<string> {
  const decisionId = randomUUID();
  const actor = { id: 'person:p-chair', capacity: 'chair' };
  try {
    await handle.executeUpdate(name, {
      args: [{ decisionId, at: iso(Date.now()), wake: LIVE, actor, decision }],
      updateId: decisionId,
    });
    return 'taken';
  } catch (error) {
    throw refusalOf(error, 'the process');
  }
}

const opened = (process: FakeProcess) =>
  process.calls.filter(({ name }) => name === 'startFollowUp').map(({ step }) => step);

test('opens each period at its own time, though those before it are still followed', async () => {
  const process = fakeProcess(3);
  await start(process);
  await server.sleep(2 * HOUR);
  expect(opened(process)).toEqual([]);
  await server.sleep(2 * HOUR);
  await process.called(1, 'startFollowUp');
  await server.sleep(14 * DAY);
  await process.called(2, 'startFollowUp');
  await server.sleep(14 * DAY);
  await process.called(3, 'startFollowUp');
  expect(opened(process)).toEqual(['period-1', 'period-2', 'period-3']);
  const openedAt = process.calls.filter(({ name }) => name === 'startFollowUp');
  for (const [n, { at }] of openedAt.entries()) {
    const lateMs = Date.parse(at) - (from + n * 14 * DAY);
    expect(lateMs).toBeGreaterThanOrEqual(0);
    expect(lateMs).toBeLessThan(60_000);
  }
  expect(process.followed).toBe(3);
});

test('continues as new after each period, so that its history does not grow', async () => {
  const process = fakeProcess(2);
  const first = await start(process);
  const { runId } = await first.describe();
  await server.sleep(4 * HOUR);
  await process.called(2, 'nextPeriod');
  expect((await first.describe()).runId).not.toBe(runId);
});

test('opens late what it missed while no worker ran, in order', async () => {
  from -= 20 * DAY;
  const process = fakeProcess(3);
  await start(process);
  await process.called(2, 'startFollowUp');
  expect(opened(process)).toEqual(['period-1', 'period-2']);
});

test('is done only when the last of its periods has closed, which wakes it', async () => {
  const process = fakeProcess(1);
  const handle = await start(process);
  await server.sleep(4 * HOUR);
  await process.called(1, 'finishProcess');
  await handle.signal(WAKE, LIVE); // something else has happened
  await process.called(2, 'finishProcess');
  process.followed = 0;
  await handle.signal(WAKE, LIVE);
  await handle.result();
  // how often it looks is its own affair; that it did not end while a period was followed is not
  expect(process.calls.filter(({ name }) => name === 'finishProcess').length).toBeGreaterThan(1);
});

test('is paused and resumed without losing its place: periods keep opening, as paused', async () => {
  const process = fakeProcess(2);
  const handle = await start(process);
  expect(await send(handle, UPDATES.pause)).toBe('taken');
  await server.sleep(4 * HOUR);
  await process.called(1, 'startFollowUp');
  expect(process.state).toBe('paused');
  expect(await send(handle, UPDATES.resume)).toBe('taken');
  await server.sleep(14 * DAY);
  await process.called(2, 'startFollowUp');
  expect(opened(process)).toEqual(['period-1', 'period-2']);
});

test('opens nothing more once it is cancelled, and ends', async () => {
  const process = fakeProcess(3);
  const handle = await start(process);
  await server.sleep(4 * HOUR);
  await process.called(1, 'startFollowUp');
  expect(await send(handle, UPDATES.cancelProcess)).toBe('taken');
  await handle.result();
  expect(opened(process)).toEqual(['period-1']);
  await expect(send(handle, UPDATES.pause)).rejects.toMatchObject({
    failure: FAILURES.conflict,
    message: 'the process is closed, or its workflow has not been started yet',
  });
});

test('can be cancelled while only its last periods are still followed', async () => {
  const process = fakeProcess(1);
  const handle = await start(process);
  await server.sleep(4 * HOUR);
  await process.called(1, 'finishProcess');
  expect(await send(handle, UPDATES.cancelProcess)).toBe('taken');
  await handle.result();
});

test('goes on where the register refuses a decision, and tells the caller', async () => {
  const process = fakeProcess(1);
  const handle = await start(process);
  process.instead.cancelProcess = () => {
    throw new PermanentFailure(FAILURES.conflict, 'p is paused');
  };
  await expect(send(handle, UPDATES.cancelProcess)).rejects.toMatchObject({
    failure: FAILURES.conflict,
    message: 'p is paused',
  });
  process.instead = {};
  await server.sleep(4 * HOUR);
  await process.called(1, 'startFollowUp');
});

test('takes that a period is skipped or merged before it opens, and refuses one merged into itself without a trace', async () => {
  const process = fakeProcess(2);
  const handle = await start(process);
  await process.called(1, 'nextPeriod');
  const reason = 'The days of Tết.';
  const merge = { key: 'period-1', into: 'period-2', reason };
  expect(await send(handle, UPDATES.mergePeriod, merge)).toBe('taken');
  expect(await send(handle, UPDATES.skipPeriod, { key: 'period-2', reason })).toBe('taken');
  await expect(
    send(handle, UPDATES.mergePeriod, { ...merge, into: 'period-1' }),
  ).rejects.toMatchObject({ failure: FAILURES.invalid });
  expect(process.calls.filter(({ name }) => name === 'mergePeriod')).toHaveLength(1);
  await server.sleep(4 * HOUR);
  await process.called(1, 'startFollowUp');
  expect(opened(process)).toEqual(['period-1']); // it opens, and what is taken out opens closed
});

test('a period that an amendment adds behind the last is opened like the others', async () => {
  const process = fakeProcess(1);
  const handle = await start(process);
  await server.sleep(4 * HOUR);
  await process.called(1, 'finishProcess');
  process.keys.push('period-2');
  await handle.signal(WAKE, LIVE);
  await process.called(2, 'finishProcess');
  await server.sleep(14 * DAY);
  await process.called(2, 'startFollowUp');
  expect(opened(process)).toEqual(['period-1', 'period-2']);
  process.followed = 0;
  await handle.signal(WAKE, LIVE);
  await handle.result();
});
