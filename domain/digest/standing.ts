import type { DigestParty } from '../../contracts/digest.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { ClosedAs } from '../status/status.ts';

/** The record of one party's report, as far as a digest's line depends on it. */
export interface DigestFacts {
  /** the due time as it stands, after an extension or a pause; exclusive */
  dueAt: Instant;
  receivedAt: Instant | null;
  /** what was received came late, by its due time or by lateness found before; not by a due time that a pause is moving */
  cameLate: boolean;
  closedAs: ClosedAs | null;
  /** lateness that was found and stands: an extension afterwards does not erase it */
  foundLate: boolean;
  /** its period is paused, so nothing of it can be locked */
  paused: boolean;
  /** its lock is still to be taken: before that silence does not count */
  awaitsLock: boolean;
}

/**
 * How a party stands in a digest at `now`. Nobody is called silent before his own lock ("never before the lock of the
 * reports it draws on"): who has more time, is paused or waits for the lock stays `open`, and the next digest takes him
 * up again.
 */
export function digestStanding(
  facts: DigestFacts,
  now: Instant,
): Pick<DigestParty, 'status' | 'open'> {
  const { closedAs, receivedAt, dueAt, foundLate } = facts;
  if (closedAs === 'excused' || closedAs === 'paused') return { status: closedAs };
  if (closedAs !== null) return { status: 'other' };
  if (receivedAt !== null) return { status: facts.cameLate ? 'late' : 'on-time' };
  if (foundLate) return { status: 'missing' };
  if (facts.paused) return { status: 'paused', open: true };
  if (now < dueAt) return { status: 'extended', open: true };
  return facts.awaitsLock ? { status: 'awaiting', open: true } : { status: 'missing' };
}
