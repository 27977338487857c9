import type { Instant } from '../../contracts/plan.ts';

/** Every status of an obligation (the domain's "Status, derived from the record"). */
export const STATUSES = [
  'not-yet-open',
  'open-in-time',
  'open-overdue',
  'done-on-time',
  'done-late',
  'trial',
  'before-start',
  'paused',
  'excused',
  'merged',
  'covered',
  'reassigned',
  'no-proposal',
  'cancelled',
] as const;
export type Status = (typeof STATUSES)[number];

/** What closes an obligation without a report of its own. */
export type ClosedAs =
  | 'excused'
  | 'cancelled'
  | 'merged'
  | 'covered'
  | 'reassigned'
  | 'no-proposal'
  | 'before-start'
  | 'paused';

/** The record of one obligation, as far as its status depends on it. */
export interface StatusFacts {
  opensAt: Instant;
  /** The due time as it stands, after an extension or a pause; exclusive. */
  dueAt: Instant;
  /** The first receipt in whatever channel, not its keying in. */
  receivedAt: Instant | null;
  closedAs: ClosedAs | null;
  /** A trial period is prompted and never found, so it stands apart whatever came in. */
  trial: boolean;
  /** Since when the period is paused at `now`; null: it is not. */
  pausedAt: Instant | null;
  /** Lateness already found before an extension; the extension does not erase it. */
  foundLate: boolean;
  /** "có thể", or an opinion: whenever it comes it is in time. */
  neverLate?: boolean;
}

/**
 * The status of an obligation at `now`, from its record alone. A report in time is one received before the due
 * time; after the lock an obligation stays open overdue, with its finding, until a report makes it done late. A due time
 * still ahead when a pause began moves with the resume, so whatever comes in meanwhile is in time.
 */
export function statusOf(facts: StatusFacts, now: Instant): Status {
  const standsStill = facts.pausedAt !== null && facts.pausedAt < facts.dueAt;
  const inTime = (at: Instant): boolean =>
    facts.neverLate === true || ((standsStill || at < facts.dueAt) && !facts.foundLate);
  if (facts.closedAs !== null) return facts.closedAs;
  if (facts.trial) return 'trial';
  if (facts.receivedAt !== null) {
    return inTime(facts.receivedAt) ? 'done-on-time' : 'done-late';
  }
  if (facts.pausedAt !== null) return 'paused';
  if (now < facts.opensAt) return 'not-yet-open';
  return inTime(now) ? 'open-in-time' : 'open-overdue';
}
