import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endProcess, lookAtProcess } from './runningProcess.ts';

/** SIGINT: break off sessions and close properly; SIGQUIT: at once, recovered at the next start. */
export const STOP_POSTGRES: { signal: NodeJS.Signals; limitMs: number }[] = [
  { signal: 'SIGINT', limitMs: 10_000 },
  { signal: 'SIGQUIT', limitMs: 5_000 },
];

/**
 * Ends a PostgreSQL that an earlier start left running in this data folder, and makes the mark of
 * one that was killed harmless, so that the next can start.
 *
 * Only the process named in the folder's own `postmaster.pid` is ever touched, and only where its
 * command line says that it serves this folder.
 *
 * @param data the data folder, absolute.
 * @throws where it does not end.
 */
export async function endPostgresOrphan(data: string, say: (line: string) => void): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const lines = await readLines(file);
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 1) return;

  const running = await lookAtProcess(pid);
  if (running?.command.includes(data)) {
    say(`PostgreSQL: ending the one an earlier start left running (process ${pid})`);
    await endProcess(pid, STOP_POSTGRES);
    return;
  }
  // The id belongs to somebody else by now, or to a dead process nobody has collected: PostgreSQL
  // would take either for a living server. It takes its own parent's id for proof of nothing, and
  // that is us. The rest of the file stays: by it the new server makes sure that no process of the
  // old one still has the shared memory.
  await writeFile(file, [String(process.pid), ...lines.slice(1)].join('\n'));
}

async function readLines(file: string): Promise<string[] | undefined> {
  try {
    return (await readFile(file, 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
