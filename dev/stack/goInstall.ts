import { basename, join } from 'node:path';
import { fillAtOnce, isProgram } from './cacheFolder.ts';
import { CommandFailed, type RunCommand, runCommand } from './runCommand.ts';

export interface GoInstall {
  /** Packages with their version, e.g. `github.com/temporalio/cli/cmd/temporal@v1.5.1`. */
  packages: string[];
  /** Gets one program for each package, named by the last part of its path. */
  folder: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  run?: RunCommand;
}

/** Downloads and compiles: minutes on a small machine, an hour means that something hangs. */
const LIMIT_MS = 60 * 60 * 1000;

/** A line of progress at most this often. */
const PROGRESS_MS = 10_000;

/**
 * Builds Go programs from their published source into a folder; all of them or none.
 *
 * The user's own Go settings (GOFLAGS, GOPROXY, GOTOOLCHAIN, …) hold, but for where programs go.
 *
 * @throws CommandFailed where a package cannot be had or does not build.
 */
export async function goInstall(options: GoInstall): Promise<void> {
  const { packages, folder, env, say, run = runCommand } = options;
  const programs = packages.map(programName);
  await fillAtOnce(folder, async (unfinished) => {
    await run({
      command: 'go',
      args: ['install', '-v', ...packages],
      cwd: unfinished,
      env: { ...env, GOBIN: unfinished },
      limitMs: LIMIT_MS,
      onLine: progress(say, programs.join(', ')),
    });
    for (const program of programs) {
      if (await isProgram(join(unfinished, program))) continue;
      throw new CommandFailed('go install', `it said it was done but made no program ${program}`);
    }
  });
}

function programName(packageAtVersion: string): string {
  return basename(packageAtVersion.split('@')[0] ?? packageAtVersion);
}

/** Go prints the name of each package it downloads or compiles: counted, as nobody reads 900 names. */
function progress(say: (line: string) => void, programs: string): (line: string) => void {
  const started = Date.now();
  let [packages, saidAt] = [0, started];
  return (line) => {
    if (!line.startsWith('go: ')) packages += 1;
    const now = Date.now();
    if (now - saidAt < PROGRESS_MS) return;
    saidAt = now;
    const seconds = Math.round((now - started) / 1000);
    say(`building ${programs}: ${packages} packages compiled, ${seconds} s so far`);
  };
}
