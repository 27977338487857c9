import type { Status } from './status.ts';

/** Counts and rates of a set of obligations. A rate of nothing is null: 0 of 0 is not 100 %. */
export interface Rates {
  /** Obligations that count: opened, and not apart (excused, trial, paused and their like). */
  owed: number;
  done: number;
  onTime: number;
  late: number;
  overdue: number;
  openInTime: number;
  /** Of those that count, the share that is done, 0 to 1. */
  completion: number | null;
  /** Of those done or overdue, the share done on time, 0 to 1. */
  timeliness: number | null;
}

/**
 * Completion and timeliness of a set of obligations, by party, person, supervisor, directive or period as the
 * caller has chosen them. `counts` says how many obligations have each status; a status left out has none.
 * What stands apart, and what is not yet open, is in neither rate.
 */
export function rates(counts: Partial<Record<Status, number>>): Rates {
  const onTime = counts['done-on-time'] ?? 0;
  const late = counts['done-late'] ?? 0;
  const overdue = counts['open-overdue'] ?? 0;
  const openInTime = counts['open-in-time'] ?? 0;
  const done = onTime + late;
  const owed = done + overdue + openInTime;
  return {
    owed,
    done,
    onTime,
    late,
    overdue,
    openInTime,
    completion: share(done, owed),
    timeliness: share(onTime, done + overdue),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
