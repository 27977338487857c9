import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isProgram } from '../../../dev/stack/cacheFolder.ts';
import { goInstall } from '../../../dev/stack/goInstall.ts';
import { type Command, CommandFailed, type RunCommand } from '../../../dev/stack/runCommand.ts';
import { temporaryFolder } from './temporaryState.ts';

const packages = ['example.test/cmd/server@v1.0.0', 'example.test/cmd/tools/sql@v1.0.0'];

/** A Go that makes the named programs where GOBIN says. */
function fakeGo(programs: string[], commands: Command[] = []): RunCommand {
  return async (command) => {
    commands.push(command);
    for (const program of programs) {
      const path = join(command.env.GOBIN ?? '', program);
      await writeFile(path, '');
      await chmod(path, 0o755);
    }
  };
}

test('builds into a temporary folder and puts all programs in place at once', async () => {
  const cache = await temporaryFolder();
  const folder = join(cache, 'tools');
  const commands: Command[] = [];
  const env = { GOFLAGS: '-mod=mod', GOPROXY: 'http://127.0.0.1:1' };
  const run = fakeGo(['server', 'sql'], commands);
  await goInstall({ packages, folder, env, say: () => undefined, run });

  expect(commands[0]?.args).toEqual(['install', '-v', ...packages]);
  expect(commands[0]?.env).toMatchObject(env);
  expect(commands[0]?.env.GOBIN).not.toBe(folder);
  expect(await readdir(cache)).toEqual(['tools']);
  expect(await isProgram(join(folder, 'sql'))).toBe(true);
});

test('leaves nothing behind where the build breaks half-way', async () => {
  const cache = await temporaryFolder();
  const run: RunCommand = async (command) => {
    await fakeGo(['server'])(command);
    throw new CommandFailed('go', 'ended with code 1');
  };
  const built = goInstall({
    packages,
    folder: join(cache, 'tools'),
    env: {},
    say: () => undefined,
    run,
  });
  await expect(built).rejects.toThrow(CommandFailed);
  expect(await readdir(cache)).toEqual([]);
});

test('leaves nothing behind where a program is missing at the end', async () => {
  const cache = await temporaryFolder();
  const folder = join(cache, 'tools');
  const run = fakeGo(['server']);
  const built = goInstall({ packages, folder, env: {}, say: () => undefined, run });
  await expect(built).rejects.toThrow('made no program sql');
  expect(await readdir(cache)).toEqual([]);
});

test('keeps the work of another start that was faster', async () => {
  const cache = await temporaryFolder();
  const folder = join(cache, 'tools');
  const run: RunCommand = async (command) => {
    await mkdir(folder);
    await writeFile(join(folder, 'of-the-other'), '');
    await fakeGo(['server', 'sql'])(command);
  };
  await goInstall({ packages, folder, env: {}, say: () => undefined, run });
  expect(await readdir(cache)).toEqual(['tools']);
  expect(await readdir(folder)).toEqual(['of-the-other']);
});
