import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, fillAtOnce, isProgram } from './cacheFolder.ts';
import { CommandFailed, type RunCommand, runCommand } from './runCommand.ts';
import { downloadThroughSdk, sdkVersion } from './sdkDownload.ts';

/** Of `io.temporal:temporal-test-server`. */
const TEST_SERVER_VERSION = '1.38.0';

const PROGRAM = 'temporal-test-server';

/** Neither way led to the time-skipping server. */
export class TestServerNotFound extends Error {
  override readonly name = 'TestServerNotFound';
}

export interface FindTestServer {
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  run?: RunCommand;
}

/**
 * Finds Temporal's time-skipping server for the workflow tests: in dondoc's own cache, by the SDK's
 * official download, or from Maven (Java 17 or newer), each step said in one line.
 *
 * @returns the program's path, for
 *   `createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })`.
 * @throws TestServerNotFound with both ways in one message.
 */
export async function findTestServer(options: FindTestServer): Promise<string> {
  const { env, say, run = runCommand } = options;
  const downloaded = join(cacheFolder(env), `${PROGRAM}-sdk-${sdkVersion()}`);
  const assembled = join(cacheFolder(env), `${PROGRAM}-${TEST_SERVER_VERSION}`);
  for (const path of [downloaded, assembled].map((folder) => join(folder, PROGRAM))) {
    if (!(await isProgram(path))) continue;
    say(`Time-skipping server: ${path} (in dondoc's own cache)`);
    return path;
  }

  say("Time-skipping server: not in dondoc's own cache, trying the SDK's official download");
  const sdk = () =>
    downloadThroughSdk({
      ...{ server: 'time-skipping', folder: downloaded, program: PROGRAM },
      ...{ env, run },
    });
  const notDownloaded = await failure(sdk);
  if (notDownloaded === undefined) return found(say, downloaded);

  say(`Time-skipping server: the download failed (${notDownloaded}), trying Maven`);
  const notAssembled = await failure(() => assemble({ folder: assembled, env, run }));
  if (notAssembled === undefined) return found(say, assembled);

  throw new TestServerNotFound(
    [
      'No time-skipping Temporal server for the tests. Either of these will do:',
      `  - a way out to the internet, for the SDK's own download (it said: ${notDownloaded})`,
      `  - Java 17 or newer and Maven (mvn) on PATH (they said: ${notAssembled})`,
    ].join('\n'),
  );
}

/** The jars of the server and of all it needs, and a program that starts it. */
async function assemble(options: {
  folder: string;
  env: NodeJS.ProcessEnv;
  run: RunCommand;
}): Promise<void> {
  const { folder, env, run } = options;
  await requireJava(env, run);
  await fillAtOnce(folder, async (unfinished) => {
    await writeFile(join(unfinished, 'pom.xml'), POM);
    await run({
      command: 'mvn',
      args: [
        ...['--batch-mode', '--quiet', '--no-transfer-progress'],
        ...['dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=jars'],
      ],
      cwd: unfinished,
      env,
      limitMs: 10 * 60 * 1000,
    });
    const program = join(unfinished, PROGRAM);
    await writeFile(program, WRAPPER);
    await chmod(program, 0o755);
  });
}

async function requireJava(env: NodeJS.ProcessEnv, run: RunCommand): Promise<void> {
  const lines: string[] = [];
  const onLine = (line: string) => lines.push(line);
  const java = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java';
  await run({ command: java, args: ['-version'], env, limitMs: 30_000, onLine });
  // Before Java 9 the version began with "1.", which is too old as well.
  const version = /version "(\d+)/.exec(lines.join('\n'))?.[1];
  if (version === undefined || Number(version) < 17) {
    throw new CommandFailed(java, `17 or newer is needed, this one says: ${lines[0] ?? 'nothing'}`);
  }
}

const POM = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>dondoc</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${TEST_SERVER_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

const WRAPPER = `#!/bin/sh
exec "\${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "\${0%/*}/jars/*" io.temporal.testserver.TestServer "$@"
`;

function found(say: (line: string) => void, folder: string): string {
  const path = join(folder, PROGRAM);
  say(`Time-skipping server: ${path}`);
  return path;
}

/** Why it failed, in one line; only what a command said is a reason to go on with the next way. */
async function failure(act: () => Promise<void>): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof CommandFailed) return error.reason;
    throw error;
  }
}
