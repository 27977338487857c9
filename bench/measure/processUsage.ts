import { readdir, readFile, writeFile } from 'node:fs/promises';

/** CPU seconds and peak resident megabytes of a process, or of a server with all its processes. */
export interface Usage {
  cpuSeconds: number;
  peakMegabytes: number;
}

/** Linux counts CPU in hundredths of a second for every program, whatever its clock. */
const TICKS = 100;

/**
 * Begins to measure processes, by Linux's /proc: the CPU used from here on, and the peak from here on.
 * @param pids of servers; what they start themselves (PostgreSQL's own processes) counts with them
 * @returns a function that answers with the usage since; undefined where there is no /proc
 */
export async function measureUsage(pids: number[]): Promise<() => Promise<Usage | undefined>> {
  if (process.platform !== 'linux') return async () => undefined;
  await Promise.all((await withChildren(pids)).map(forgetPeak));
  const before = await cpuOf(pids);
  return async () => ({
    cpuSeconds: (await cpuOf(pids)) - before,
    peakMegabytes: await peakOf(pids),
  });
}

async function withChildren(pids: number[]): Promise<number[]> {
  const all = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .map(statOf),
  );
  const children = all.flatMap((stat) => (stat && pids.includes(stat.parent) ? [stat.pid] : []));
  return [...pids, ...children];
}

/** Of living processes their own time; of the servers themselves also that of children they have seen end. */
async function cpuOf(pids: number[]): Promise<number> {
  const stats = await Promise.all((await withChildren(pids)).map(statOf));
  const ticks = stats.map((stat) => {
    if (!stat) return 0;
    return stat.ticks + (pids.includes(stat.pid) ? stat.ticksOfEnded : 0);
  });
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS;
}

async function statOf(
  pid: number,
): Promise<{ pid: number; parent: number; ticks: number; ticksOfEnded: number } | undefined> {
  const stat = await readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // the second field is the program's name in brackets and may itself hold blanks
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return { pid, parent, ticks: user + system, ticksOfEnded: endedUser + endedSystem };
}

/** The sum of the processes' own peaks; memory that they share is counted once, with the largest of them. */
async function peakOf(pids: number[]): Promise<number> {
  const peaks = await Promise.all((await withChildren(pids)).map(peakOfOne));
  const shared = Math.max(0, ...peaks.map(({ shared }) => shared));
  const own = peaks.reduce((sum, { peak, shared }) => sum + peak - shared, 0);
  return Math.round((own + shared) / 1024);
}

async function peakOfOne(pid: number): Promise<{ peak: number; shared: number }> {
  const status = (await readIfThere(`/proc/${pid}/status`)) ?? '';
  const kilobytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0);
  return { peak: kilobytes('VmHWM'), shared: kilobytes('RssShmem') };
}

/** 5 resets the peak (proc(5)); a process that is gone or not ours keeps the one it has. */
async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch((error: NodeJS.ErrnoException) => {
    if (!['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(error.code ?? '')) throw error;
  });
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    // ESRCH: it ended between opening its file and reading it
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
