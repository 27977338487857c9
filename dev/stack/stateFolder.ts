import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { livingPid, writePidFile } from './pidFile.ts';

/** Everything the embedded stack keeps; one folder to copy, move or delete. */
export interface StateFolder {
  /** Absolute. */
  path: string;
  /** Files that only their owner may read. */
  secrets: string;
  /** What the servers print. */
  logs: string;
  /** Gives the folder free for the next start; may be called twice. */
  release(): Promise<void>;
}

/** Another living process works in the folder. */
export class StateFolderLocked extends Error {
  override readonly name = 'StateFolderLocked';
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `${folder} is in use by process ${pid}. Stop that one first (Ctrl-C where it runs), or give this one a folder of its own.`,
    );
    this.pid = pid;
  }
}

/**
 * Makes the state folder where it is missing and takes its lock for this process, so that two
 * starts never share one database.
 *
 * A lock whose process has ended, whatever ended it, is taken over.
 *
 * @param path default `.dondoc` in the working directory.
 * @throws StateFolderLocked where a living process holds it.
 */
export async function openStateFolder(path = '.dondoc'): Promise<StateFolder> {
  const folder = resolve(path);
  const [secrets, logs] = [join(folder, 'secrets'), join(folder, 'logs')];
  await mkdir(folder, { recursive: true });
  // Others may pass through but not list: started by root, PostgreSQL runs under another account.
  await chmod(folder, 0o711);
  await mkdir(secrets, { recursive: true, mode: 0o700 });
  await mkdir(logs, { recursive: true, mode: 0o700 });

  const lock = join(folder, 'lock');
  await takeLock(folder, lock);
  let held = true;
  return {
    path: folder,
    secrets,
    logs,
    release: async () => {
      if (!held) return;
      held = false;
      await rm(lock, { force: true });
    },
  };
}

/** Taking over a dead process's lock takes microseconds. */
const TAKEOVER_LIMIT_MS = 5_000;

async function takeLock(folder: string, lock: string): Promise<void> {
  const mine = `${lock}.${randomUUID()}`;
  await writePidFile(mine, process.pid);
  const until = Date.now() + TAKEOVER_LIMIT_MS;
  try {
    while (!(await linked(mine, lock))) {
      const holder = await livingPid(lock);
      if (holder !== undefined) throw new StateFolderLocked(folder, holder);
      await removeStaleLock(mine, lock, until);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** A link appears whole or not at all, so nobody ever reads a half-written lock. */
async function linked(mine: string, as: string): Promise<boolean> {
  try {
    await link(mine, as);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock whose holder is dead. Only one start at a time may do so and each looks again
 * first: a slower one would otherwise remove the new lock of a faster one.
 */
async function removeStaleLock(mine: string, lock: string, until: number): Promise<void> {
  const takeover = `${lock}.takeover`;
  if (await linked(mine, takeover)) {
    try {
      if ((await livingPid(lock)) === undefined) await rm(lock, { force: true });
    } finally {
      await rm(takeover);
    }
    return;
  }
  if (Date.now() > until) {
    throw new Error(`an earlier start was killed at an unlucky moment; remove ${takeover} by hand`);
  }
  await delay(5);
}
