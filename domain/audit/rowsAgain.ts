const DAY_MS = 86_400_000;
/** Runs are later than their interval, by what they take themselves and by a worker's restart. */
const MARGIN = 1.5;
/** A short log is gone through again in every run. */
const AT_LEAST = 1_000;

/**
 * How many of the rows seen before one run of the auditor goes through again, so that all of them come up within a day:
 * a row that somebody with the owner's password changes after it was seen is found by then.
 */
export const rowsAgain = (seen: number, intervalMs: number): number =>
  Math.max(AT_LEAST, Math.ceil((seen * intervalMs * MARGIN) / DAY_MS));
