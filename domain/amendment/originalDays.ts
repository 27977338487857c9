import type { DueDate, Notice, Process } from '../../contracts/notice/index.ts';

/**
 * The amended notice with the first day of every date that names a period kept beside the new one, so that periods keep
 * their names. A date that comes back to its first day is as it was.
 * @param isStarted whether a process has begun, and so has periods with names
 */
export function withOriginalDays(
  before: Notice,
  after: Notice,
  isStarted: (processId: string) => boolean,
): Notice {
  const known = new Map(
    before.directives.flatMap(({ processes }) => processes.map((one) => [one.id, one] as const)),
  );
  return {
    ...after,
    directives: after.directives.map((directive) => ({
      ...directive,
      processes: directive.processes.map((process) => {
        const old = known.get(process.id);
        return old?.kind === process.kind && isStarted(process.id)
          ? keepDays(old, process)
          : process;
      }),
    })),
  };
}

function keepDays(old: Process, process: Process): Process {
  if (process.kind === 'drafting' && old.kind === 'drafting') {
    return { ...process, due: keepDay(old.due, process.due) };
  }
  if (process.kind === 'collection' && old.kind === 'collection') {
    return { ...process, due: keepDay(old.due, process.due) };
  }
  if (process.kind === 'campaign' && old.kind === 'campaign') {
    const { document } = process;
    return {
      ...process,
      document: { ...document, due: keepDay(old.document.due, document.due) },
      peaks: process.peaks.map((peak) => {
        const same = old.peaks.find(({ id }) => id === peak.id);
        return same ? { ...peak, returnsDue: keepDay(same.returnsDue, peak.returnsDue) } : peak;
      }),
    };
  }
  return process;
}

function keepDay(old: DueDate, { originally: _, ...due }: DueDate): DueDate {
  const first = old.originally ?? old.date;
  return due.date === first ? due : { ...due, originally: first };
}

/** The dates of a process that name its periods, each with its path inside the process. */
export function namingDates(process: Process): { path: string; due: DueDate }[] {
  switch (process.kind) {
    case 'drafting':
    case 'collection':
      return [{ path: 'due', due: process.due }];
    case 'campaign':
      return [
        { path: 'document/due', due: process.document.due },
        ...process.peaks.map((peak) => ({
          path: `peaks/${peak.id}/returnsDue`,
          due: peak.returnsDue,
        })),
      ];
    case 'reporting-cycle':
    case 'programme':
      return [];
  }
}
