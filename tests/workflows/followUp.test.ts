import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WAKE } from '../../contracts/messages.ts';
import { type FakePeriod, fakePeriod, taken } from './support/fakePeriod.ts';
import { DAY, followUpInput, HOUR, iso, stepAt, wholeLadder } from './support/ladderSteps.ts';
import { openSkippingServer, type SkippingServer } from './support/skippingServer.ts';

let server: SkippingServer;
beforeAll(async () => {
  server = await openSkippingServer();
});
afterAll(() => server?.close());

const LIVE = { kind: 'live' } as const;
const start = (period: FakePeriod) =>
  server.start('followUp', followUpInput(), period.fakes, (handle) => {
    period.agenda = { state: 'cancelled', missed: false, steps: [] };
    return handle.signal(WAKE, LIVE);
  });
/** Due a few hours from now, on a whole second so that an instant is told exactly. */
const soon = async () => Math.ceil((await server.now()) / 1000) * 1000 + 3 * HOUR;

test('takes the ladder in order, each step at its planned instant, and ends with the close', async () => {
  const from = await soon();
  const steps = wholeLadder(from);
  const period = fakePeriod(steps);
  const handle = await start(period);
  expect(await handle.result()).toEqual({ state: 'closed' });
  expect(taken(period)).toEqual([
    'sendPrompts',
    'sendReminders',
    'fallDue',
    'sendOverdueNotices',
    'lock',
    'climb',
    'requestRelease',
    'climb',
    'requestRelease',
    'closePeriod',
  ]);
  for (const { key, at } of steps) {
    const call = period.calls.find(({ step, name }) => step === key && name !== 'finishStep');
    const lateMs = Date.parse(call?.at ?? '') - Date.parse(at);
    expect(lateMs, key).toBeGreaterThanOrEqual(0);
    expect(lateMs, key).toBeLessThan(60_000);
  }
});

test('asks for release once where a rung is taken right after its lock', async () => {
  const at = await soon();
  const period = fakePeriod([
    stepAt('lock', at),
    stepAt('rung', at, { rungId: 'deputy' }),
    stepAt('close', at + DAY),
  ]);
  await (await start(period)).result();
  expect(taken(period)).toEqual(['lock', 'climb', 'requestRelease', 'closePeriod']);
});

test('asks for release at the lock where its first rung comes later or is another schedule’s', async () => {
  const at = await soon();
  const period = fakePeriod([
    stepAt('lock', at),
    stepAt('rung', at, { rungId: 'deputy', scheduleId: 'n/p/k/main~other' }),
    stepAt('rung', at + DAY, { rungId: 'chair' }),
    stepAt('close', at + 2 * DAY),
  ]);
  await (await start(period)).result();
  expect(taken(period).slice(0, 2)).toEqual(['lock', 'requestRelease']);
});

test('reads the agenda again when woken, and keeps an instant that has moved', async () => {
  const from = await soon();
  const period = fakePeriod([stepAt('due', from), stepAt('close', from + 9 * DAY)]);
  const handle = await start(period);
  await period.called(1, 'openPeriod');
  period.agenda.steps = [stepAt('due', from + 3 * DAY), stepAt('close', from + 9 * DAY)];
  await handle.signal(WAKE, LIVE);
  await period.called(1, 'readAgenda');
  await server.sleep(DAY);
  expect(taken(period)).toEqual([]);
  await server.sleep(3 * DAY);
  await period.called(1, 'fallDue');
  expect(period.calls.find(({ name }) => name === 'fallDue')?.at.slice(0, 16)).toBe(
    iso(from + 3 * DAY).slice(0, 16),
  );
});

test('takes no rung any more once everything is in, and still closes at its time', async () => {
  const from = await soon();
  const period = fakePeriod(wholeLadder(from));
  const handle = await start(period);
  await server.sleep(2 * DAY + 5 * HOUR);
  await period.called(1, 'sendReminders');
  period.agenda.steps = [stepAt('close', from + 7 * DAY)]; // as the register leaves it: nobody is at them
  await handle.signal(WAKE, LIVE);
  await handle.result();
  expect(taken(period)).toEqual(['sendPrompts', 'sendReminders', 'closePeriod']);
});

test('does nothing while it is paused, and goes on with what is due once it is resumed', async () => {
  const from = await soon();
  const period = fakePeriod(wholeLadder(from), { state: 'paused' });
  const handle = await start(period);
  await period.called(1, 'openPeriod');
  await server.sleep(3 * DAY);
  expect(taken(period)).toEqual([]);
  period.agenda.state = 'open';
  await handle.signal(WAKE, LIVE);
  await period.called(1, 'fallDue', 'sendReminders', 'sendPrompts');
  expect(taken(period)[0]).toBe('sendPrompts');
});

test('leaves out what a gate keeps back and takes it as soon as the gate opens', async () => {
  const from = await soon();
  const rung = (ready: boolean) => stepAt('rung', from, { rungId: 'deputy', ready });
  const period = fakePeriod([
    stepAt('lock', from, { ready: false }),
    rung(false),
    stepAt('close', from + 9 * DAY),
  ]);
  const handle = await start(period);
  await server.sleep(DAY);
  expect(taken(period)).toEqual([]);
  period.agenda.steps = [stepAt('lock', from), rung(true), stepAt('close', from + 9 * DAY)];
  await handle.signal(WAKE, LIVE);
  await period.called(1, 'requestRelease');
  expect(taken(period)).toEqual(['lock', 'climb', 'requestRelease']);
});

test('tries a batch again that failed, and repeats none of the others', async () => {
  const at = await soon();
  const batches = [
    { from: 1, to: 250 },
    { from: 251, to: 500 },
  ];
  const period = fakePeriod([stepAt('prompt', at, { batches }), stepAt('close', at + DAY)]);
  let failed = 0;
  period.instead.sendPrompts = ({ batch }) => {
    if (batch?.from === 251 && failed++ < 2) throw new Error('connection terminated');
  };
  await (await start(period)).result();
  const froms = period.calls.filter(({ name }) => name === 'sendPrompts').map((c) => c.batch?.from);
  expect(froms.toSorted()).toEqual([1, 251, 251, 251]);
  expect(
    period.calls.filter(({ step, name }) => name === 'finishStep' && step === 'prompt'),
  ).toHaveLength(1);
});

test('runs four batches at once and never a fifth', async () => {
  const at = await soon();
  const batches = Array.from({ length: 7 }, (_, n) => ({ from: n * 250 + 1, to: (n + 1) * 250 }));
  const period = fakePeriod([stepAt('lock', at, { batches }), stepAt('close', at + DAY)]);
  let running = 0;
  let most = 0;
  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  period.instead.lock = async () => {
    running += 1;
    most = Math.max(most, running);
    await held;
    running -= 1;
  };
  const handle = await start(period);
  const result = handle.result();
  await period.called(4, 'lock');
  letGo();
  await result;
  expect(most).toBe(4);
  expect(period.calls.filter(({ name }) => name === 'lock')).toHaveLength(7);
});

test('makes good an outage before it takes any step', async () => {
  const from = (await soon()) - 2 * DAY; // prompt and due fell into the outage
  const period = fakePeriod([stepAt('prompt', from), stepAt('close', from + 9 * DAY)], {
    missed: true,
  });
  await (await start(period)).result();
  expect(taken(period)).toEqual(['catchUp', 'sendPrompts', 'closePeriod']);
});

test.each(['before-start', 'cancelled'] as const)(
  'ends at once where the period is %s',
  async (state) => {
    const period = fakePeriod([], { state });
    expect(await (await start(period)).result()).toEqual({ state });
    expect(taken(period)).toEqual([]);
  },
);

test('ends when the period is cancelled while it waits', async () => {
  const from = await soon();
  const period = fakePeriod(wholeLadder(from));
  const handle = await start(period);
  await period.called(1, 'openPeriod');
  period.agenda = { state: 'cancelled', missed: false, steps: [] };
  await handle.signal(WAKE, LIVE);
  expect(await handle.result()).toEqual({ state: 'cancelled' });
  expect(taken(period)).toEqual([]);
});

test('goes on where it was with another worker', async () => {
  const from = await soon();
  const period = fakePeriod(wholeLadder(from));
  const handle = await start(period);
  await server.sleep(4 * HOUR);
  await period.called(1, 'finishStep');
  await server.changeWorker();
  await handle.result();
  expect(taken(period).filter((name) => name === 'sendPrompts')).toHaveLength(1);
  expect(taken(period).at(-1)).toBe('closePeriod');
});

test('asks by the queue where the register cannot be reached for a while', async () => {
  const period = fakePeriod([]);
  period.instead.openPeriod = () => {
    if (period.calls.length <= 4) throw new Error('the connection was refused');
  };
  period.agenda.state = 'cancelled';
  expect(await (await start(period)).result()).toEqual({ state: 'cancelled' });
  const opened = period.calls.filter(({ name }) => name === 'openPeriod');
  expect(opened.length).toBeGreaterThan(4); // three times at once, then by the queue until it is there
});

test('fails where the record says for good that it cannot be', async () => {
  const period = fakePeriod([]);
  period.instead.openPeriod = notFound;
  await expect((await start(period)).result()).rejects.toMatchObject({
    cause: { type: 'NotFound' },
  });
  expect(period.calls).toHaveLength(1);
});

test.each([
  // what a local activity threw for good reaches the workflow as it is; by the queue it comes wrapped
  ['at once', 8, { type: 'NotFound' }],
  ['by the queue', 800, { activityType: 'fallDue', cause: { type: 'NotFound' } }],
])(
  'fails where a step taken %s fails for good, which it is not asked for again',
  async (_, to, cause) => {
    const period = fakePeriod([stepAt('due', await server.now(), { batches: [{ from: 1, to }] })]);
    period.instead.fallDue = notFound;
    await expect((await start(period)).result()).rejects.toMatchObject({ cause });
    expect(taken(period)).toEqual(['fallDue']);
  },
);

function notFound(): never {
  throw ApplicationFailure.create({ message: 'it is not in the register', type: 'NotFound' });
}
