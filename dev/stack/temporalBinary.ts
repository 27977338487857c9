import { delimiter, join } from 'node:path';
import { cacheFolder, isProgram } from './cacheFolder.ts';
import { goInstall } from './goInstall.ts';
import { CommandFailed, type RunCommand, runCommand } from './runCommand.ts';
import { downloadThroughSdk, sdkVersion } from './sdkDownload.ts';

/** The last release that `go install` can build (later ones carry a `replace`); server 1.29.1. */
const TEMPORAL_CLI_VERSION = '1.5.1';

/** A Temporal that runs already, or the program to start one. */
export type FoundTemporal =
  | { kind: 'address'; address: string }
  | { kind: 'program'; path: string };

/** None of the ways led to a Temporal server. */
export class TemporalNotFound extends Error {
  override readonly name = 'TemporalNotFound';
}

export interface FindOptions {
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  run?: RunCommand;
}

/** One way of finding it. Undefined: not there, with the reason said in one line. */
export type TemporalFinder = (options: Required<FindOptions>) => Promise<FoundTemporal | undefined>;

/** The ways, cheapest and most deliberate first. */
export const temporalFinders = {
  environment: async ({ env, say }) => {
    const address = env.TEMPORAL_ADDRESS;
    if (!address) return missing(say, 'TEMPORAL_ADDRESS is not set');
    say(`Temporal: the one at ${address} (TEMPORAL_ADDRESS)`);
    return { kind: 'address', address };
  },

  path: async ({ env, say, run }) => {
    for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
      const path = join(folder, 'temporal');
      if (!(await isProgram(path))) continue;
      if (await answersAsTemporal(path, { env, run })) return program(say, path, 'on PATH');
      say(`Temporal: ${path} is on PATH but is not Temporal's command line`);
    }
    return missing(say, 'no temporal on PATH');
  },

  cache: async ({ env, say }) => {
    for (const path of [built(env), downloaded(env)].map(programIn)) {
      if (await isProgram(path)) return program(say, path, "in dondoc's own cache");
    }
    return missing(say, `nothing in dondoc's own cache, ${cacheFolder(env)}`);
  },

  sdkDownload: async ({ env, say, run }) => {
    say("Temporal: trying the SDK's official download");
    const folder = downloaded(env);
    try {
      await downloadThroughSdk({ server: 'dev-server', folder, program: 'temporal', env, run });
    } catch (error) {
      return missing(say, `the SDK's official download failed: ${reason(error)}`);
    }
    return program(say, programIn(folder), "from the SDK's official download");
  },

  goInstall: async ({ env, say, run }) => {
    if (!(await hasGo({ env, run }))) return missing(say, 'no Go on PATH to build it with');
    say(`Temporal: building ${TEMPORAL_CLI_VERSION} with Go; this takes minutes, once`);
    const folder = built(env);
    const packages = [`github.com/temporalio/cli/cmd/temporal@v${TEMPORAL_CLI_VERSION}`];
    try {
      await goInstall({ packages, folder, env, say: (line) => say(`Temporal: ${line}`), run });
    } catch (error) {
      return missing(say, `go install failed: ${reason(error)}`);
    }
    return program(say, programIn(folder), 'built with Go');
  },
} satisfies Record<string, TemporalFinder>;

/**
 * Finds a Temporal server, saying each step in one line: `TEMPORAL_ADDRESS`, `temporal` on PATH,
 * dondoc's own cache, the SDK's official download, `go install`.
 *
 * @throws TemporalNotFound with all the ways in one message.
 */
export async function findTemporal(
  { env, say, run = runCommand }: FindOptions,
  finders: Record<keyof typeof temporalFinders, TemporalFinder> = temporalFinders,
): Promise<FoundTemporal> {
  const { environment, path, cache, sdkDownload, goInstall: build } = finders;
  for (const find of [environment, path, cache, sdkDownload, build]) {
    const found = await find({ env, say, run });
    if (found) return found;
  }
  throw new TemporalNotFound(
    [
      'No Temporal server. Any one of these will do:',
      '  - set TEMPORAL_ADDRESS to a server that runs, e.g. 127.0.0.1:7233',
      "  - put Temporal's command line, temporal, on PATH (docs.temporal.io/cli)",
      `  - put it into dondoc's own cache, as ${programIn(built(env))}`,
      "  - give this machine a way out to the internet, for the SDK's own download",
      '  - install Go 1.25 or newer; dondoc then builds it by itself',
    ].join('\n'),
  );
}

function program(say: (line: string) => void, path: string, where: string): FoundTemporal {
  say(`Temporal: ${path} (${where})`);
  return { kind: 'program', path };
}

function missing(say: (line: string) => void, why: string): undefined {
  say(`Temporal: ${why}`);
}

function built(env: NodeJS.ProcessEnv): string {
  return join(cacheFolder(env), `temporal-cli-${TEMPORAL_CLI_VERSION}`);
}

function downloaded(env: NodeJS.ProcessEnv): string {
  return join(cacheFolder(env), `temporal-cli-sdk-${sdkVersion()}`);
}

function programIn(folder: string): string {
  return join(folder, 'temporal');
}

/** Other programs share the name: only one that says so itself is taken. */
async function answersAsTemporal(
  path: string,
  { env, run }: Pick<Required<FindOptions>, 'env' | 'run'>,
): Promise<boolean> {
  const lines: string[] = [];
  try {
    const onLine = (line: string) => lines.push(line);
    await run({ command: path, args: ['--version'], env, limitMs: 10_000, onLine });
  } catch (error) {
    if (error instanceof CommandFailed) return false;
    throw error;
  }
  return lines.some((line) => /^temporal version .*Server/.test(line));
}

async function hasGo({ env, run }: Pick<Required<FindOptions>, 'env' | 'run'>): Promise<boolean> {
  try {
    await run({ command: 'go', args: ['version'], env, limitMs: 10_000 });
    return true;
  } catch (error) {
    if (error instanceof CommandFailed) return false;
    throw error;
  }
}

/** Only what a failed command says is a reason to go on with the next way. */
function reason(error: unknown): string {
  if (error instanceof CommandFailed) return error.reason;
  throw error;
}
