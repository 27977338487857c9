import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { signalProcess } from './runningProcess.ts';

export interface Command {
  command: string;
  args: string[];
  cwd?: string;
  /** The whole environment of the command. */
  env: NodeJS.ProcessEnv;
  /** After so many milliseconds the command and all it started are ended. */
  limitMs: number;
  /** Account to run under, where we are root. */
  uid?: number;
  gid?: number;
  /** Every line it prints, on either stream. */
  onLine?: (line: string) => void;
}

/** Runs a command to its end; tests hand in one that only pretends. */
export type RunCommand = (command: Command) => Promise<void>;

/** A command could not be started, ended badly or took too long. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  /** The end of what it printed, or else why it failed, in one line. */
  readonly reason: string;

  constructor(command: string, why: string, printed: string[] = []) {
    super([`${command}: ${why}`, ...printed].join('\n'));
    const said = printed.filter((line) => line.trim() !== '').slice(-2);
    this.reason = said.length > 0 ? said.join(' ').trim() : `${command}: ${why}`;
  }
}

/**
 * Runs a command to its end, in a process group of its own so that the limit ends what it has
 * started as well.
 *
 * @throws CommandFailed with the last lines it printed.
 */
export const runCommand: RunCommand = ({ command, args, cwd, env, limitMs, uid, gid, onLine }) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      ...(cwd === undefined ? {} : { cwd }),
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    const printed: string[] = [];
    let tookTooLong = false;
    const endGroup = () => {
      if (child.pid !== undefined) signalProcess(-child.pid, 'SIGKILL');
    };
    const limit = setTimeout(() => {
      tookTooLong = true;
      endGroup();
    }, limitMs);
    process.once('exit', endGroup);

    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (printed.push(line) > 8) printed.shift();
        onLine?.(line);
      });
    }
    const settle = (why?: string) => {
      clearTimeout(limit);
      process.off('exit', endGroup);
      if (why === undefined) resolve();
      else reject(new CommandFailed(command, why, printed));
    };
    child.once('error', (error) => settle(error.message));
    child.once('close', (code, signal) => {
      if (tookTooLong) settle(`not done within ${limitMs / 1000} s`);
      else if (signal) settle(`ended by ${signal}`);
      else settle(code === 0 ? undefined : `ended with code ${code}`);
    });
  });
