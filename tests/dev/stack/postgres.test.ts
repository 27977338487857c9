import { mkdir, mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { type EmbeddedPostgres, startPostgres } from '../../../dev/stack/postgres.ts';
import { makeMissingLinks } from '../../../dev/stack/postgresBinaries.ts';
import { WrongPostgresVersion } from '../../../dev/stack/postgresData.ts';
import { lookAtProcess, waitUntilGone } from '../../../dev/stack/runningProcess.ts';
import { openStateFolder, type StateFolder } from '../../../dev/stack/stateFolder.ts';
import { temporaryState } from './temporaryState.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const state = await temporaryState();
const running: EmbeddedPostgres[] = [];
let lines: string[] = [];

async function start(folder: StateFolder = state): Promise<EmbeddedPostgres> {
  lines = [];
  const say = (line: string) => lines.push(line);
  const postgres = await startPostgres({ folder, preferredPort: 0, say, durable: false });
  running.push(postgres);
  return postgres;
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
});
afterAll(() => state.remove());

test('starts PostgreSQL 18 that keeps and orders Vietnamese text', async () => {
  const { adminUrl } = await start();
  expect(lines[0]).toBe('PostgreSQL: making a new database folder');
  const [row] = await ask(
    adminUrl,
    `SELECT current_setting('server_version_num')::int / 10000 AS major,
            current_setting('server_encoding') AS encoding,
            current_setting('timezone') AS zone,
            lower('ĐƯỢC') AS lower,
            (SELECT string_agg(name, ' ' ORDER BY name COLLATE "vi-x-icu")
               FROM unnest(ARRAY['đa', 'ê', 'da', 'e']) AS name) AS ordered`,
  );
  expect(row).toEqual({
    ...{ major: 18, encoding: 'UTF8', zone: 'UTC' },
    ...{ lower: 'được', ordered: 'da đa e ê' },
  });
});

test('keeps its data, and its password, from one start to the next', async () => {
  const first = await start();
  await ask(first.adminUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  expect(await lookAtProcess(first.pid)).toBeUndefined();

  const second = await start();
  expect(lines).toEqual([`PostgreSQL: 127.0.0.1:${second.port}`]);
  expect(await ask(second.adminUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  const password = (port: number, url: string) => url.replace(String(port), '');
  expect(password(second.port, second.adminUrl)).toBe(password(first.port, first.adminUrl));
});

test('lets a role into a database by the URL it makes, whatever is in the password', async () => {
  const { adminUrl, databaseUrl } = await start();
  await ask(adminUrl, `CREATE ROLE "app user" LOGIN PASSWORD 'a/b@c:d%e'`);
  await ask(adminUrl, 'CREATE DATABASE "một hai"');
  const url = databaseUrl('một hai', 'app user', 'a/b@c:d%e');
  const asked = await ask(url, 'SELECT current_user AS who, current_database() AS what');
  expect(asked).toEqual([{ who: 'app user', what: 'một hai' }]);
  await expect(ask(databaseUrl('postgres', 'app user', 'x'), 'SELECT 1')).rejects.toThrow(
    /password authentication failed/,
  );
});

test('starts again after the server was killed', async () => {
  const first = await start();
  await ask(first.adminUrl, 'CREATE TABLE survived AS SELECT 1 AS one');
  process.kill(first.pid, 'SIGKILL');
  await waitUntilGone(first.pid, 10_000);

  const second = await start();
  expect(await ask(second.adminUrl, 'SELECT one FROM survived')).toEqual([{ one: 1 }]);
});

test('starts where the id of a killed server now belongs to another process', async () => {
  const first = await start();
  process.kill(first.pid, 'SIGKILL');
  await waitUntilGone(first.pid, 10_000);
  const pidFile = join(state.path, 'postgres', 'postmaster.pid');
  await writeFile(pidFile, `1\n${join(state.path, 'postgres')}\n`);

  const second = await start();
  expect(await ask(second.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('ends the server that a killed start left running, and goes on with its data', async () => {
  const orphan = await start();
  const second = await start();
  expect(lines[0]).toContain(`left running (process ${orphan.pid})`);
  expect(await lookAtProcess(orphan.pid)).toBeUndefined();
  expect(await ask(second.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('takes the next port where the preferred one is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => other.once('listening', listening));
  const address = other.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening');
  const options = { folder: state, preferredPort: address.port, say: () => undefined };
  const postgres = await startPostgres({ ...options, durable: false });
  running.push(postgres);
  expect(postgres.port).toBeGreaterThan(address.port);
  other.close();
});

test('works in a folder that is closed to all other accounts', async () => {
  const closed = await mkdtemp(join(tmpdir(), 'dondoc-test-'));
  expect((await stat(closed)).mode & 0o777).toBe(0o700);
  const folder = await openStateFolder(join(closed, 'state'));
  const postgres = await start(folder);
  expect(await ask(postgres.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await postgres.stop();
  await folder.release();
  await rm(closed, { recursive: true });
});

test('refuses the data of another major version', async () => {
  const other = await temporaryState();
  await mkdir(join(other.path, 'postgres'));
  await writeFile(join(other.path, 'postgres', 'PG_VERSION'), '15\n');
  await expect(start(other)).rejects.toThrow(WrongPostgresVersion);
  await other.remove();
});

test('makes the links that the install script has not made, and leaves those that are there', async () => {
  const { path, remove } = await temporaryState();
  await mkdir(join(path, 'native', 'lib'), { recursive: true });
  await writeFile(join(path, 'native', 'lib', 'libpq.so.5.18'), 'library');
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/other/libpq.so' },
  ];
  await writeFile(join(path, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  await makeMissingLinks(path);
  await makeMissingLinks(path);
  expect(await readlink(join(path, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
  expect(await readlink(join(path, 'native/other/libpq.so'))).toBe('../lib/libpq.so.5.18');
  await remove();
});
