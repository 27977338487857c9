import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../../api/processGateway.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { START_PROCESSES, UPDATES, WAKE } from '../../contracts/messages.ts';
import type { Instant } from '../../contracts/plan.ts';
import { callLog } from './support/callLog.ts';
import { DAY, HOUR, iso } from './support/ladderSteps.ts';
import { openSkippingServer, type SkippingServer } from './support/skippingServer.ts';

let server: SkippingServer;
beforeAll(async () => {
  server = await openSkippingServer();
});
afterAll(() => server?.close());

const LIVE = { kind: 'live' } as const;

/** A notice in memory: which processes were started, and whether all of them have ended. */
async function openNotice(handOverAt?: Instant) {
  const log = {
    ...callLog(),
    started: [] as string[],
    allDone: false,
    /** what an amendment has brought the data for */
    complete: [] as string[],
    amended: false,
    handOverAt,
  };
  const handle = await server.start(
    'carryOutNotice',
    { noticeId: 'n', clock: LIVE },
    {
      record: {
        async readNoticeState({ now }) {
          const { allDone, handOverAt: ahead } = log;
          const processes = log.amended ? log.complete.splice(0) : [];
          await log.note({ name: 'readNoticeState', at: now });
          return {
            allDone: allDone && processes.length === 0,
            ...(processes.length > 0 && { starts: { processes, periods: [] } }),
            ...(ahead !== undefined && { handOverAt: ahead }),
          };
        },
        async carryOutHandOvers({ now }) {
          log.handOverAt = undefined;
          await log.note({ name: 'carryOutHandOvers', at: now });
        },
      },
      decide: {
        async amend({ decisionId, at }) {
          await log.note({ name: 'amend', at });
          log.amended = true;
          return { decisionId };
        },
      },
      starting: {
        startRound: ({ now }) => log.note({ name: 'startRound', at: now }),
        async startProcess({ processId, now }) {
          log.started.push(processId);
          await log.note({ name: 'startProcess', at: now, step: processId });
        },
      },
    },
    (open) => {
      log.allDone = true;
      return open.signal(WAKE, LIVE);
    },
  );
  const order = (...processIds: string[]) =>
    handle.signal(START_PROCESSES, { processIds, wake: LIVE });
  return { log, handle, order };
}

test('starts the daily round, then the processes as they are ordered, directive by directive', async () => {
  const { log, order } = await openNotice();
  await order('reports', 'digest');
  await log.called(2, 'startProcess');
  await order('split');
  await log.called(3, 'startProcess');
  expect(log.started).toEqual(['reports', 'digest', 'split']);
  expect(log.calls.map(({ name }) => name).filter((name) => name === 'startRound')).toHaveLength(1);
  expect(log.calls[0]?.name).toBe('startRound');
});

test('starts nothing by itself and waits for an order as long as it takes', async () => {
  const { log, order } = await openNotice();
  await log.called(1, 'readNoticeState');
  await server.sleep(60 * DAY);
  expect(log.started).toEqual([]);
  await order('reports');
  await log.called(1, 'startProcess');
});

test('tries a process again that could not be started, and goes on to the next', async () => {
  const { log, order } = await openNotice();
  log.instead.startProcess = ({ step }) => {
    if (step === 'reports' && log.started.length === 1) throw new Error('Temporal is restarting');
  };
  await order('reports', 'digest');
  await log.called(3, 'startProcess');
  expect(log.started).toEqual(['reports', 'reports', 'digest']);
});

test('ends when everything has, and not before', async () => {
  const { log, handle } = await openNotice();
  await log.called(1, 'readNoticeState');
  await handle.signal(WAKE, LIVE);
  await log.called(2, 'readNoticeState');
  expect((await handle.describe()).status.name).toBe('RUNNING');
  log.allDone = true;
  await handle.signal(WAKE, LIVE);
  await handle.result();
});

test('carries out a hand-over when its time has come, and not before', async () => {
  const at = iso((await server.now()) + 2 * DAY);
  const { log } = await openNotice(at);
  await log.called(1, 'readNoticeState');
  await server.sleep(DAY);
  expect(log.calls.map(({ name }) => name)).not.toContain('carryOutHandOvers');
  await server.sleep(2 * DAY);
  await log.called(1, 'carryOutHandOvers');
  const [call] = log.calls.filter(({ name }) => name === 'carryOutHandOvers');
  expect(Date.parse(call?.at ?? '') - Date.parse(at)).toBeLessThan(60_000);
});

describe('an amendment', () => {
  const amend = (handle: WorkflowHandle, decisionId = randomUUID()) =>
    handle.executeUpdate<{ decisionId: string }, [object]>(UPDATES.amend, {
      updateId: decisionId,
      args: [
        {
          decisionId,
          at: iso(0),
          wake: LIVE,
          actor: { id: 'person:p-chair', capacity: 'chair' },
          decision: { kind: 'amend', reason: 'A flood.', by: null, moves: null },
        },
      ],
    });

  test('is answered with its decision, and the notice looks again for what can start', async () => {
    const { log, handle } = await openNotice();
    await log.called(1, 'readNoticeState');
    log.complete = ['directive'];
    const decisionId = randomUUID();
    expect(await amend(handle, decisionId)).toEqual({ decisionId });
    await log.called(1, 'startProcess');
    expect(log.started).toEqual(['directive']);
  });

  test('that its transaction refuses changes nothing, and the caller learns why', async () => {
    const { log, handle } = await openNotice();
    log.instead.amend = () => {
      throw new PermanentFailure(FAILURES.conflict, 'another amendment came first');
    };
    const refused = await amend(handle).catch((error: unknown) => refusalOf(error, 'the notice'));
    expect(refused).toMatchObject({ failure: 'Conflict', message: 'another amendment came first' });
    expect((await handle.describe()).status.name).toBe('RUNNING');
  });
});

/** A daily round in memory: what has climbed and is untold, and one round a day at a fixed hour. */
async function openRound() {
  const firstRound = (await server.now()) + 5 * HOUR;
  const log = {
    ...callLog(),
    climbed: [] as Instant[],
    told: [] as string[][],
    catchUpAt: undefined as Instant | undefined,
    ended: false,
  };
  /** The first round at or after an instant, or after one that was held. */
  const roundAt = (ms: number) =>
    firstRound + Math.max(0, Math.ceil((ms - firstRound) / DAY)) * DAY;
  const handle = await server.start(
    'dailyRound',
    { noticeId: 'n', clock: LIVE },
    {
      record: {
        async nextRound({ after, now }) {
          const [oldest] = log.climbed;
          const { ended, catchUpAt } = log;
          await log.note({ name: 'nextRound', at: now });
          const catchUp = catchUpAt === undefined ? {} : { catchUpAt };
          if (oldest === undefined) return { at: null, ended, ...catchUp };
          const from = Math.max(Date.parse(oldest), after === null ? 0 : Date.parse(after) + 1);
          return { at: iso(roundAt(from)), ended: false, ...catchUp };
        },
      },
      ladder: {
        async sendCatchUps({ now }) {
          log.catchUpAt = undefined;
          await log.note({ name: 'sendCatchUps', at: now });
        },
        async sendRound({ at, now }) {
          log.told.push(log.climbed.filter((climb) => climb <= at));
          log.climbed = log.climbed.filter((climb) => climb > at);
          await log.note({ name: 'sendRound', at: now, step: at });
        },
      },
    },
    (open) => {
      log.climbed = [];
      log.ended = true;
      return open.signal(WAKE, LIVE);
    },
  );
  const climb = async (at: number) => {
    log.climbed.push(iso(at));
    await handle.signal(WAKE, LIVE);
  };
  return { log, handle, climb, firstRound };
}

test('sleeps while nothing has climbed', async () => {
  const { log } = await openRound();
  await log.called(1, 'nextRound');
  await server.sleep(30 * DAY);
  expect(log.calls.map(({ name }) => name)).toEqual(['nextRound']);
});

test('tells what has climbed once, at the round’s time; what comes after it waits for the next', async () => {
  const { log, climb, firstRound } = await openRound();
  await climb(firstRound - 2 * HOUR);
  await climb(firstRound - HOUR);
  await server.sleep(6 * HOUR);
  await log.called(1, 'sendRound');
  await climb(firstRound + HOUR);
  await server.sleep(12 * HOUR);
  expect(log.told).toHaveLength(1);
  await server.sleep(12 * HOUR);
  await log.called(2, 'sendRound');
  expect(log.told).toEqual([
    [iso(firstRound - 2 * HOUR), iso(firstRound - HOUR)],
    [iso(firstRound + HOUR)],
  ]);
  const sent = log.calls.filter(({ name }) => name === 'sendRound');
  expect(sent.map(({ step }) => step)).toEqual([iso(firstRound), iso(firstRound + DAY)]);
  for (const { at, step } of sent) {
    expect(Date.parse(at) - Date.parse(step ?? '')).toBeGreaterThanOrEqual(0);
    expect(Date.parse(at) - Date.parse(step ?? '')).toBeLessThan(60_000);
  }
});

test('waits a day with what a round could not tell anybody, instead of trying at once again', async () => {
  const { log, climb, firstRound } = await openRound();
  const untold = iso(firstRound - HOUR);
  log.instead.sendRound = () => {
    log.climbed = [untold]; // nobody of the fallback has an address
  };
  await climb(firstRound - HOUR);
  await server.sleep(6 * HOUR);
  await log.called(1, 'sendRound');
  await log.called(3, 'nextRound');
  await server.sleep(DAY);
  await log.called(2, 'sendRound');
  expect(log.told).toEqual([[untold], [untold]]);
});

test('tells of an outage at its own time, without waiting for the round or bringing it forward', async () => {
  const { log, climb, firstRound } = await openRound();
  log.catchUpAt = iso(firstRound - 2 * HOUR);
  await climb(firstRound - 3 * HOUR);
  await server.sleep(6 * HOUR);
  await log.called(1, 'sendRound');
  const told = log.calls.filter(({ name }) => name.startsWith('send'));
  expect(told.map(({ name }) => name)).toEqual(['sendCatchUps', 'sendRound']);
  expect(Date.parse(told[0]?.at ?? '')).toBeLessThan(firstRound - HOUR);
  expect(told[1]?.step).toBe(iso(firstRound));
});

test('ends with its notice', async () => {
  const { log, handle } = await openRound();
  await log.called(1, 'nextRound');
  log.ended = true;
  await handle.signal(WAKE, LIVE);
  await handle.result();
  expect(log.told).toEqual([]);
});
