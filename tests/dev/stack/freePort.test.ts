import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { freePort, NoFreePort, onFreePort } from '../../../dev/stack/freePort.ts';

const servers: Server[] = [];

async function occupy(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

test('gives the preferred port where it is free', async () => {
  const port = await freePort(0);
  expect(port).toBeGreaterThan(0);
  expect(await freePort(port)).toBe(port);
});

test('gives the next free port where the preferred one is taken', async () => {
  const taken = await occupy(await freePort(41_200));
  const port = await freePort(taken);
  expect(port).toBeGreaterThan(taken);
  expect(port).toBeLessThan(taken + 100);
});

test('says which ports it looked at where none is free', async () => {
  await occupy(65_535);
  const port = freePort(65_535);
  await expect(port).rejects.toThrow(NoFreePort);
  await expect(port).rejects.toThrow('from 65535 to 65535');
});

test('starts again on the next port where somebody takes the first meanwhile', async () => {
  const tried: number[] = [];
  const started = await onFreePort(await freePort(41_400), async (port) => {
    tried.push(port);
    if (tried.length > 1) return port;
    await occupy(port);
    throw new Error('address in use');
  });
  expect(tried).toHaveLength(2);
  expect(started).toBeGreaterThan(tried[0] ?? Number.NaN);
});

test('does not start again where the port was not to blame', async () => {
  let starts = 0;
  const started = onFreePort(0, async () => {
    starts += 1;
    throw new Error('broken');
  });
  await expect(started).rejects.toThrow('broken');
  expect(starts).toBe(1);
});
