import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';

export interface DetachedChildOptions {
  command: string;
  args: string[];
  /** The whole environment of the child. */
  env: NodeJS.ProcessEnv;
  /** Gets what the child prints, appended. */
  logFile: string;
  /** Sent to a child that still runs when this process leaves without having stopped it. */
  lastSignal: NodeJS.Signals;
  /** Account to run under, where we are root. */
  uid?: number;
  gid?: number;
}

export interface DetachedChild {
  pid: number;
  /** Undefined while it runs, then how it ended, in words. */
  ended(): string | undefined;
}

/**
 * Starts a server in a process group of its own.
 *
 * Ctrl-C in a terminal goes to the whole group of the foreground program. A server in our group
 * would be gone while the worker still wants to hand its work back; detached, it ends when we say
 * so, and at the latest when this process leaves. Its output goes to a file and not to a pipe, so
 * that it also outlives us unharmed where we are killed: the next start finds and ends it.
 *
 * @throws where the program cannot be started at all (missing, not executable).
 */
export async function spawnDetached(options: DetachedChildOptions): Promise<DetachedChild> {
  const { command, args, env, logFile, lastSignal, uid, gid } = options;
  const log = await open(logFile, 'a', 0o600);
  try {
    const child = spawn(command, args, {
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env,
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    let ended: string | undefined;
    const endWithUs = () => child.kill(lastSignal);
    process.once('exit', endWithUs);
    child.once('exit', (code, signal) => {
      process.off('exit', endWithUs);
      ended = signal ? `ended by ${signal}` : `ended with code ${code}`;
    });
    await once(child, 'spawn');
    // A start that fails half-way must be able to end this process.
    child.unref();
    const pid = child.pid;
    if (pid === undefined) throw new Error(`${command} started without a process id`);
    return { pid, ended: () => ended };
  } finally {
    await log.close();
  }
}

/** The last lines of a log file, for the message of an error. */
export async function lastLines(logFile: string, count = 8): Promise<string> {
  const text = await readFile(logFile, 'utf8');
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
