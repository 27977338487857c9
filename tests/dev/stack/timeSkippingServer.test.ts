import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CommandFailed, type RunCommand } from '../../../dev/stack/runCommand.ts';
import { findTestServer, TestServerNotFound } from '../../../dev/stack/timeSkippingServer.ts';
import { startSkippingServer } from '../../support/startSkippingServer.ts';
import { temporaryFolder } from './temporaryState.ts';

const quiet = () => undefined;

test('finds a server on which a week passes at once', { timeout: 300_000 }, async () => {
  const path = await findTestServer({ env: process.env, say: console.log });
  const environment = await startSkippingServer(path);
  try {
    const before = await environment.currentTimeMs();
    await environment.sleep('7 days');
    const passed = (await environment.currentTimeMs()) - before;
    expect(passed).toBeGreaterThanOrEqual(7 * 86_400_000);
  } finally {
    await environment.teardown();
  }
});

test('asks Maven for the jars where the SDK cannot download, once', async () => {
  const cache = await temporaryFolder();
  const asked: string[] = [];
  const run: RunCommand = async ({ command, args, onLine }) => {
    asked.push(command);
    if (command === process.execPath) throw new CommandFailed(command, 'failed', ['no way out']);
    if (args[0] === '-version') onLine?.('openjdk version "17.0.15" 2025-04-15');
  };
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const options = { env: { XDG_CACHE_HOME: cache }, say, run };
  const path = await findTestServer(options);
  expect(path).toBe(join(cache, 'dondoc/temporal-test-server-1.38.0/temporal-test-server'));
  expect(asked).toEqual([process.execPath, 'java', 'mvn']);
  expect(lines[1]).toContain('the download failed (no way out), trying Maven');

  expect(await findTestServer(options)).toBe(path);
  expect(asked).toHaveLength(3);
});

test('names both ways where neither leads to it, and leaves nothing behind', async () => {
  const cache = await temporaryFolder();
  const run: RunCommand = async ({ command, onLine }) => {
    if (command !== 'java') throw new CommandFailed(command, 'failed', ['no way out']);
    onLine?.('java version "1.8.0_292"');
  };
  const path = findTestServer({ env: { XDG_CACHE_HOME: cache }, say: quiet, run });
  await expect(path).rejects.toThrow(TestServerNotFound);
  await expect(path).rejects.toThrow("for the SDK's own download (it said: no way out)");
  await expect(path).rejects.toThrow('this one says: java version "1.8.0_292"');
  expect(await readdir(join(cache, 'dondoc'))).toEqual([]);
});
