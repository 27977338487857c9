import { readFile, rm, writeFile } from 'node:fs/promises';
import { lookAtProcess } from './runningProcess.ts';

/** What a pid file holds: the id alone would point at a stranger once the system gives it out again. */
interface PidRecord {
  pid: number;
  startedAt: string;
}

/** Writes the record of a running process; one that has ended already leaves nothing to find. */
export async function writePidFile(file: string, pid: number): Promise<void> {
  const running = await lookAtProcess(pid);
  if (!running) return removePidFile(file);
  const record: PidRecord = { pid, startedAt: running.startedAt };
  await writeFile(file, `${JSON.stringify(record)}\n`);
}

/**
 * The id in a pid file, where the very process that was recorded still runs.
 *
 * A missing, torn or foreign file and a process that ended (its id perhaps given to another since)
 * all mean the same: nothing of ours is running.
 */
export async function livingPid(file: string): Promise<number | undefined> {
  const record = await readPidFile(file);
  if (!record) return undefined;
  const running = await lookAtProcess(record.pid);
  return running?.startedAt === record.startedAt ? record.pid : undefined;
}

/** Removes a pid file; that it is gone already is fine. */
export async function removePidFile(file: string): Promise<void> {
  await rm(file, { force: true });
}

async function readPidFile(file: string): Promise<PidRecord | undefined> {
  try {
    const record: Partial<PidRecord> | null = JSON.parse(await readFile(file, 'utf8'));
    if (!Number.isInteger(record?.pid) || typeof record?.startedAt !== 'string') return undefined;
    return record as PidRecord;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
