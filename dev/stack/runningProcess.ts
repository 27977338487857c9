import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What tells one run of a process from another that got the same id later. */
export interface RunningProcess {
  /** When it started, in the operating system's own words; compared, never computed with. */
  startedAt: string;
  /** Its command line, arguments joined by single spaces. */
  command: string;
}

/**
 * What runs under a process id now.
 *
 * A process that has ended but was not yet collected by its parent (a zombie) counts as not
 * running: in a container whose first process collects nobody it would seem to live for ever.
 *
 * @returns undefined where nothing runs under the id.
 * @throws where the process table itself cannot be read.
 */
export async function lookAtProcess(pid: number): Promise<RunningProcess | undefined> {
  return process.platform === 'linux' ? lookInProc(pid) : lookWithPs(pid);
}

/**
 * Waits until nothing runs under the id, looking every 20 ms.
 *
 * @returns false where it still runs after `limitMs` milliseconds.
 */
export async function waitUntilGone(pid: number, limitMs: number): Promise<boolean> {
  const started = await lookAtProcess(pid);
  const until = Date.now() + limitMs;
  for (let now = started; now !== undefined && now.startedAt === started?.startedAt; ) {
    if (Date.now() > until) return false;
    await delay(20);
    now = await lookAtProcess(pid);
  }
  return true;
}

/** Sends a signal (to a whole group where the id is negative); that it is gone already is no error. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Ends a process by its id: the first signal, then, each time its limit passes, the next one.
 *
 * @throws where it outlives the last signal's limit.
 */
export async function endProcess(
  pid: number,
  signals: { signal: NodeJS.Signals; limitMs: number }[],
): Promise<void> {
  for (const { signal, limitMs } of signals) {
    signalProcess(pid, signal);
    if (await waitUntilGone(pid, limitMs)) return;
  }
  const sent = signals.map(({ signal }) => signal).join(', ');
  throw new Error(`process ${pid} is still running after ${sent}; end it by hand`);
}

async function lookInProc(pid: number): Promise<RunningProcess | undefined> {
  try {
    const [stat, command] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    // The second field is the program's name in brackets and may itself hold brackets and blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startedAt] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X' || startedAt === undefined) return undefined;
    return { startedAt, command: command.split('\0').join(' ').trim() };
  } catch (error) {
    // ESRCH: it ended between opening its file and reading it.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

async function lookWithPs(pid: number): Promise<RunningProcess | undefined> {
  const asked = ['-o', 'stat=,lstart=,command=', '-p', String(pid)];
  // With no such process ps prints nothing and ends with code 1.
  const printed = await promisify(execFile)('ps', asked, { env: { ...process.env, LC_ALL: 'C' } })
    .then(({ stdout }) => stdout.trim())
    .catch((error: { code?: unknown }) => {
      if (error.code === 1) return '';
      throw error;
    });
  const parts = /^(\S+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/.exec(printed);
  if (!parts || parts[1]?.startsWith('Z')) return undefined;
  return { startedAt: parts[2] ?? '', command: parts[3] ?? '' };
}
