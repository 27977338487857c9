import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CommandFailed, type RunCommand } from '../../../dev/stack/runCommand.ts';
import {
  findTemporal,
  type TemporalFinder,
  TemporalNotFound,
  temporalFinders,
} from '../../../dev/stack/temporalBinary.ts';
import { temporaryFolder } from './temporaryState.ts';

type Name = keyof typeof temporalFinders;
const ORDER: Name[] = ['environment', 'path', 'cache', 'sdkDownload', 'goInstall'];

/** Finders of which one finds, and the names of those asked. */
function findersWith(finding: Name | undefined): {
  asked: Name[];
  finders: Record<Name, TemporalFinder>;
} {
  const asked: Name[] = [];
  const finder =
    (name: Name): TemporalFinder =>
    async () => {
      asked.push(name);
      return name === finding ? { kind: 'program', path: `/${name}` } : undefined;
    };
  const entries = (Object.keys(temporalFinders) as Name[]).map((name) => [name, finder(name)]);
  return { asked, finders: Object.fromEntries(entries) };
}

async function program(path: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, '');
  await chmod(path, 0o755);
}

const quiet = () => undefined;
const refuses: RunCommand = async ({ command }) => {
  throw new CommandFailed(command, 'is not there');
};

describe('the order', () => {
  test.each(ORDER)('stops looking once it is found by %s', async (name) => {
    const { asked, finders } = findersWith(name);
    const found = await findTemporal({ env: {}, say: quiet }, finders);
    expect(found).toEqual({ kind: 'program', path: `/${name}` });
    expect(asked).toEqual(ORDER.slice(0, ORDER.indexOf(name) + 1));
  });

  test('ends with one error that names all the ways', async () => {
    const { asked, finders } = findersWith(undefined);
    const failure = await findTemporal({ env: {}, say: quiet }, finders).catch((error) => error);
    expect(failure).toBeInstanceOf(TemporalNotFound);
    expect(asked).toEqual(ORDER);
    for (const way of ['TEMPORAL_ADDRESS', 'on PATH', "dondoc's own cache", 'SDK', 'Go 1.25']) {
      expect(failure.message).toContain(way);
    }
  });
});

describe('each way', () => {
  test('TEMPORAL_ADDRESS is taken as it is', async () => {
    const env = { TEMPORAL_ADDRESS: '127.0.0.1:7233' };
    const found = await findTemporal({ env, say: quiet, run: refuses });
    expect(found).toEqual({ kind: 'address', address: '127.0.0.1:7233' });
  });

  test('a temporal on PATH is taken where it says that it is Temporal, else passed by', async () => {
    const [other, real] = [await temporaryFolder(), await temporaryFolder()];
    await Promise.all([program(join(other, 'temporal')), program(join(real, 'temporal'))]);
    const run: RunCommand = async ({ command, onLine }) => {
      onLine?.(command.startsWith(real) ? 'temporal version 1.5.1 (Server 1.29.1)' : 'hello');
    };
    const lines: string[] = [];
    const say = (line: string) => lines.push(line);
    const found = await findTemporal({ env: { PATH: `${other}:${real}` }, say, run });
    expect(found).toEqual({ kind: 'program', path: join(real, 'temporal') });
    expect(lines).toEqual([
      'Temporal: TEMPORAL_ADDRESS is not set',
      `Temporal: ${other}/temporal is on PATH but is not Temporal's command line`,
      `Temporal: ${real}/temporal (on PATH)`,
    ]);
  });

  test('the cache is the one of XDG_CACHE_HOME', async () => {
    const cache = await temporaryFolder();
    const path = join(cache, 'dondoc/temporal-cli-1.5.1/temporal');
    await program(path);
    const found = await findTemporal({ env: { XDG_CACHE_HOME: cache }, say: quiet, run: refuses });
    expect(found).toEqual({ kind: 'program', path });
  });

  test('what the SDK downloads stands in the cache for the next start', async () => {
    const cache = await temporaryFolder();
    const env = { XDG_CACHE_HOME: cache };
    const run: RunCommand = async ({ command, args }) => {
      if (command !== process.execPath) throw new CommandFailed(command, 'is not there');
      await program(join(args.at(-1) ?? '', 'temporal-sdk-typescript-0.0.0'));
    };
    const found = await findTemporal({ env, say: quiet, run });
    expect(found).toMatchObject({ kind: 'program', path: expect.stringContaining(cache) });
    expect(await findTemporal({ env, say: quiet, run: refuses })).toEqual(found);
  });

  test('a failed download is said in one line, then Go builds the version that it can', async () => {
    const cache = await temporaryFolder();
    const run: RunCommand = async ({ command, args, env }) => {
      if (command !== 'go') throw new CommandFailed(command, 'failed', ['no way out']);
      if (args[0] !== 'install') return;
      expect(args.at(-1)).toBe('github.com/temporalio/cli/cmd/temporal@v1.5.1');
      await program(join(env.GOBIN ?? '', 'temporal'));
    };
    const lines: string[] = [];
    const say = (line: string) => lines.push(line);
    const found = await findTemporal({ env: { XDG_CACHE_HOME: cache }, say, run });
    const path = join(cache, 'dondoc/temporal-cli-1.5.1/temporal');
    expect(found).toEqual({ kind: 'program', path });
    expect(lines.slice(3)).toEqual([
      "Temporal: trying the SDK's official download",
      "Temporal: the SDK's official download failed: no way out",
      'Temporal: building 1.5.1 with Go; this takes minutes, once',
      `Temporal: ${path} (built with Go)`,
    ]);
    expect(await readdir(join(cache, 'dondoc'))).toEqual(['temporal-cli-1.5.1']);
  });

  test('a fault of our own is not taken for a way that is missing', async () => {
    const env = { XDG_CACHE_HOME: await temporaryFolder() };
    const run: RunCommand = async () => {
      throw new TypeError('a slip');
    };
    await expect(findTemporal({ env, say: quiet, run })).rejects.toThrow('a slip');
  });
});
