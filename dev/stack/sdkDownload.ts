import { readdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fillAtOnce } from './cacheFolder.ts';
import { CommandFailed, type RunCommand, runCommand } from './runCommand.ts';

export interface SdkDownload {
  /** Which of the SDK's two servers. */
  server: 'dev-server' | 'time-skipping';
  /** Gets one program, called `program`. */
  folder: string;
  program: string;
  env: NodeJS.ProcessEnv;
  run?: RunCommand;
}

/** Some 60 MB; without a way out it fails at once. */
const LIMIT_MS = 5 * 60 * 1000;

/**
 * The SDK offers no "download only": it downloads when it starts a server for the first time. So
 * one is started and ended again.
 */
const DOWNLOAD = `
const [testing, method, downloadDir] = process.argv.slice(1);
const { TestWorkflowEnvironment } = (await import(testing)).default;
const executable = { type: 'cached-download', downloadDir };
try {
  const environment = await TestWorkflowEnvironment[method]({ server: { executable } });
  await environment.teardown();
} catch (error) {
  // A chain of causes, some of them twice; the last ones say what is wrong.
  console.error([...new Set(error.message.split(': '))].slice(-3).join(': '));
  process.exitCode = 1;
}
`;

/**
 * Has the Temporal SDK download one of its servers, in the version it chooses for itself.
 *
 * In a process of its own: the SDK would set up its one native runtime for good, and the worker
 * wants to choose that one's settings later.
 *
 * @throws CommandFailed where there is no way out to the internet.
 */
export async function downloadThroughSdk(options: SdkDownload): Promise<void> {
  const { server, folder, program, env, run = runCommand } = options;
  const method = server === 'dev-server' ? 'createLocal' : 'createTimeSkipping';
  const testing = createRequire(import.meta.url).resolve('@temporalio/testing');
  await fillAtOnce(folder, async (unfinished) => {
    await run({
      command: process.execPath,
      args: [
        ...['--input-type=module', '--eval', DOWNLOAD],
        ...[pathToFileURL(testing).href, method, unfinished],
      ],
      env,
      limitMs: LIMIT_MS,
    });
    const [downloaded, ...others] = await readdir(unfinished);
    if (downloaded === undefined || others.length > 0) {
      throw new CommandFailed(
        'the SDK',
        `it said it was done, but left ${others.length + (downloaded ? 1 : 0)} files instead of one program`,
      );
    }
    await rename(join(unfinished, downloaded), join(unfinished, program));
  });
}

/** The version of the installed SDK, by which its downloads are kept apart. */
export function sdkVersion(): string {
  const manifest: { version: string } = createRequire(import.meta.url)(
    '@temporalio/testing/package.json',
  );
  return manifest.version;
}
