import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createShutdown, type ShutdownProcess } from '../../../worker/shutdown.ts';

/** A process that only notes how it was left. */
class FakeProcess extends EventEmitter implements ShutdownProcess {
  readonly left: Promise<number>;
  exit: (code: number) => void = () => undefined;

  constructor() {
    super();
    this.left = new Promise((resolve) => {
      this.exit = resolve;
    });
  }
}

function setUp() {
  const lines: string[] = [];
  const current = new FakeProcess();
  const shutdown = createShutdown((line) => lines.push(line), current);
  return { lines, current, shutdown };
}

const never = () => new Promise<void>(() => undefined);
const nothing = async () => undefined;

test('stops the last started first, one after the other, each said in a line', async () => {
  const { lines, shutdown } = setUp();
  const order: string[] = [];
  for (const name of ['the database', 'Temporal', 'the worker']) {
    shutdown.onShutdown({
      name,
      stop: async () => {
        order.push(`${name} begins`);
        await Promise.resolve();
        order.push(`${name} ends`);
      },
    });
  }
  expect(await shutdown.run()).toEqual([]);
  expect(order.filter((_, at) => at % 2 === 0)).toEqual([
    ...['the worker begins', 'Temporal begins', 'the database begins'],
  ]);
  expect(order.indexOf('the worker ends')).toBeLessThan(order.indexOf('Temporal begins'));
  expect(lines).toEqual(['Stopped the worker', 'Stopped Temporal', 'Stopped the database']);
});

test('runs once, however often it is asked', async () => {
  const { shutdown } = setUp();
  let stopped = 0;
  const stop = async () => {
    stopped += 1;
  };
  shutdown.onShutdown({ name: 'the worker', stop });
  await Promise.all([shutdown.run(), shutdown.run()]);
  await shutdown.run();
  expect(stopped).toBe(1);
});

test('a step that fails or takes too long is killed and harms none of the others', async () => {
  const { lines, shutdown } = setUp();
  const killed: string[] = [];
  const kill = (name: string) => () => killed.push(name);
  shutdown.onShutdown({ name: 'the database', stop: nothing, kill: kill('the database') });
  shutdown.onShutdown({ name: 'Temporal', stop: never, limitMs: 20, kill: kill('Temporal') });
  const stop = async () => {
    throw new Error('broken');
  };
  shutdown.onShutdown({ name: 'the worker', stop });
  expect(await shutdown.run()).toEqual(['the worker', 'Temporal']);
  expect(killed).toEqual(['Temporal']);
  expect(lines).toEqual([
    'Could not stop the worker: broken',
    'Could not stop Temporal: not done after 0.02 s',
    'Stopped the database',
  ]);
});

test('stops what was still being started when the stopping began', async () => {
  const { lines, shutdown } = setUp();
  const stop = async () => shutdown.onShutdown({ name: 'the latecomer', stop: nothing });
  shutdown.onShutdown({ name: 'the database', stop: nothing });
  shutdown.onShutdown({ name: 'the worker', stop });
  await shutdown.run();
  expect(lines).toEqual(['Stopped the worker', 'Stopped the latecomer', 'Stopped the database']);
});

test.each(['SIGINT', 'SIGTERM'])('%s stops everything and leaves with code 0', async (signal) => {
  const { lines, current, shutdown } = setUp();
  shutdown.onShutdown({ name: 'the worker', stop: nothing });
  shutdown.listen();
  current.emit(signal);
  expect(await current.left).toBe(0);
  expect(lines.at(-1)).toBe('Stopped the worker');
});

test('leaves with code 1 where a step failed', async () => {
  const { current, shutdown } = setUp();
  shutdown.onShutdown({ name: 'the worker', stop: () => Promise.reject(new Error('broken')) });
  shutdown.listen();
  current.emit('SIGINT');
  expect(await current.left).toBe(1);
});

test('a second Ctrl-C kills what would outlive us and leaves at once', async () => {
  const { current, shutdown } = setUp();
  const killed: string[] = [];
  for (const name of ['the database', 'Temporal']) {
    shutdown.onShutdown({ name, stop: never, kill: () => killed.push(name) });
  }
  shutdown.listen();
  current.emit('SIGINT');
  current.emit('SIGINT');
  expect(await current.left).toBe(130);
  expect(killed).toEqual(['the database', 'Temporal']);
});

test('hears no signal after it was told to stop listening', () => {
  const { current, shutdown } = setUp();
  const stopListening = shutdown.listen();
  expect(current.listenerCount('SIGINT')).toBe(1);
  stopListening();
  expect(current.listenerCount('SIGINT') + current.listenerCount('SIGTERM')).toBe(0);
});
