import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepSecret } from '../../../dev/stack/secret.ts';
import { openStateFolder, StateFolderLocked } from '../../../dev/stack/stateFolder.ts';
import { temporaryFolder } from './temporaryState.ts';

test('makes the folder, closed to others but for passing through', async () => {
  const state = await openStateFolder(join(await temporaryFolder(), 'a', 'b'));
  expect((await stat(state.path)).mode & 0o777).toBe(0o711);
  expect((await stat(state.secrets)).mode & 0o777).toBe(0o700);
  await state.release();
});

test('refuses a folder that a living process holds, and names that process', async () => {
  const folder = await temporaryFolder();
  const first = await openStateFolder(folder);
  const second = openStateFolder(folder);
  await expect(second).rejects.toThrow(StateFolderLocked);
  await expect(second).rejects.toThrow(`${folder} is in use by process ${process.pid}`);

  await first.release();
  await (await openStateFolder(folder)).release();
});

test('releasing twice does not take the lock from the next holder', async () => {
  const folder = await temporaryFolder();
  const first = await openStateFolder(folder);
  await first.release();
  const second = await openStateFolder(folder);
  await first.release();
  await expect(openStateFolder(folder)).rejects.toThrow(StateFolderLocked);
  await second.release();
});

test('takes over the lock of a process that has ended', async () => {
  const folder = await temporaryFolder();
  const child = spawn('true');
  await once(child, 'exit');
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid: child.pid, startedAt: '1' }));
  await (await openStateFolder(folder)).release();
});

test('takes over a lock whose process id now belongs to another process', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, startedAt: 'earlier' }));
  await (await openStateFolder(folder)).release();
});

test.each(['', '{"pid":', 'null', '{"pid":"x"}'])('takes over a torn lock (%j)', async (text) => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'lock'), text);
  await (await openStateFolder(folder)).release();
});

test('gives a stale lock to exactly one of many starts at once, and leaves no litter', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'lock'), '');
  const starts = await Promise.allSettled(Array.from({ length: 8 }, () => openStateFolder(folder)));
  const opened = starts.filter((start) => start.status === 'fulfilled');
  expect(opened).toHaveLength(1);
  expect((await readdir(folder)).sort()).toEqual(['lock', 'logs', 'secrets']);
  await opened[0]?.value.release();
});

test('makes a secret once and keeps it for its owner alone', async () => {
  const folder = await temporaryFolder();
  const secret = await keepSecret(folder, 'password');
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(await keepSecret(folder, 'password')).toBe(secret);
  expect(await keepSecret(folder, 'other')).not.toBe(secret);
  expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
});

test('does not replace a secret that was emptied', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'password'), '\n');
  await expect(keepSecret(folder, 'password')).rejects.toThrow('password is empty');
});
