import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UPDATES, WAKE, type WakeSignal } from '../../contracts/messages.ts';
import { type FakePeriod, fakePeriod, taken } from './support/fakePeriod.ts';
import { DAY, followUpInput, iso, stepAt } from './support/ladderSteps.ts';
import { openSkippingServer, type SkippingServer } from './support/skippingServer.ts';

let server: SkippingServer;
beforeAll(async () => {
  server = await openSkippingServer();
});
afterAll(() => server?.close());

/** The rehearsal's clock stands in 2020, whatever the server's says. */
const NOON = Date.parse('2020-12-09T05:00:00.000Z');
const wake = (ticket: number, now: number, cause: 'leap' | 'fact' = 'leap'): WakeSignal => ({
  kind: 'rehearsal',
  ticket,
  now: iso(now),
  cause,
});

const start = async (period: FakePeriod): Promise<WorkflowHandle> => {
  const clock = { kind: 'rehearsal', ticket: 1, now: iso(NOON) };
  const handle = await server.start('followUp', followUpInput(clock), period.fakes, (open) => {
    period.agenda = { state: 'cancelled', missed: false, steps: [] };
    return open.signal(WAKE, wake(99, NOON, 'fact'));
  });
  await period.called(1, 'waitFor');
  return handle;
};
/** What it told the roll-call: until when it waits, and the ticket it has answered. */
const waits = (period: FakePeriod) =>
  period.calls.filter(({ name }) => name === 'waitFor').map(({ at, step }) => [at, step]);

test('stands still however much of the server’s time passes, and leaps when it is told', async () => {
  const period = fakePeriod([stepAt('due', NOON + DAY), stepAt('close', NOON + 2 * DAY)]);
  const handle = await start(period);
  await server.sleep(30 * DAY);
  expect(taken(period)).toEqual([]);
  await handle.signal(WAKE, wake(2, NOON + DAY));
  await period.called(2, 'waitFor');
  await handle.signal(WAKE, wake(3, NOON + 2 * DAY));
  expect(await handle.result()).toEqual({ state: 'closed' });
  expect(taken(period)).toEqual(['fallDue', 'closePeriod']);
  expect(waits(period)).toEqual([
    [iso(NOON + DAY), 'ticket 1'],
    [iso(NOON + 2 * DAY), 'ticket 2'],
  ]);
  expect(period.calls.find(({ name }) => name === 'fallDue')?.at).toBe(iso(NOON + DAY));
  expect(period.calls.at(-1)?.name).toBe('leave');
});

test('answers the highest ticket of several wake-ups, once it waits again', async () => {
  const period = fakePeriod([stepAt('close', NOON + 9 * DAY)]);
  const handle = await start(period);
  let letGo: () => void = () => {};
  period.instead.readAgenda = () =>
    new Promise((resolve) => {
      letGo = resolve;
    });
  await handle.signal(WAKE, wake(2, NOON, 'fact'));
  await period.called(1, 'readAgenda');
  await handle.signal(WAKE, wake(4, NOON, 'fact'));
  await handle.signal(WAKE, wake(3, NOON, 'fact'));
  period.instead = {};
  letGo();
  await period.called(3, 'waitFor'); // what came while it read reaches it after that, and is answered too
  expect(waits(period).at(-1)).toEqual([iso(NOON + 9 * DAY), 'ticket 4']);
});

test('asks the register after a fact, and not after a leap that brings nothing due', async () => {
  const period = fakePeriod([stepAt('close', NOON + 9 * DAY)]);
  const handle = await start(period);
  await handle.signal(WAKE, wake(2, NOON, 'fact'));
  await period.called(2, 'waitFor');
  expect(period.calls.filter(({ name }) => name === 'readAgenda')).toHaveLength(1);
  await handle.signal(WAKE, wake(3, NOON + 9 * DAY));
  await handle.result();
  expect(period.calls.filter(({ name }) => name === 'readAgenda')).toHaveLength(1);
});

test('hears the wake-up that a decision brings along, and never goes back in time', async () => {
  const period = fakePeriod([stepAt('close', NOON + 9 * DAY)]);
  const handle = await start(period);
  await handle.signal(WAKE, wake(2, NOON + DAY));
  await period.called(2, 'waitFor');
  const decisionId = randomUUID();
  await handle.executeUpdate(UPDATES.cancelObligations, {
    args: [{ decisionId, at: iso(NOON), wake: wake(3, NOON, 'fact'), actor: {}, decision: {} }],
    updateId: decisionId,
  });
  await period.called(3, 'waitFor');
  const last = period.calls.filter(({ name }) => name === 'readAgenda').at(-1);
  expect(last?.at).toBe(iso(NOON + DAY));
  expect(waits(period).at(-1)?.[1]).toBe('ticket 3');
});
