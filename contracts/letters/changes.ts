import type { Addressed, Matter, OfPeriod, OwedItem } from '../letters.ts';
import type { Instant } from '../plan.ts';

/** What a decision or an outage has changed of what somebody owes. */
export interface ChangeLetters {
  'catch-up': Addressed & {
    from: Instant;
    until: Instant;
    items: {
      matter: Matter;
      owed: OwedItem[];
      dueAt: Instant;
      lastDay: string;
      oldLastDay: string;
      /** a report unless given */
      deliverable?: string;
    }[];
  };
  extended: Addressed &
    OfPeriod & {
      matter: Matter;
      owed: OwedItem[];
      oldLastDay: string;
      dueAt: Instant;
      by: string;
      reason: string;
      /** a report unless given */
      deliverable?: string;
    };
  excused: Addressed &
    OfPeriod & {
      matter: Matter;
      capacity: string;
      by: string;
      reason: string;
      /** a report unless given */
      deliverable?: string;
    };
  /** a period in which something was asked already is skipped, or merged into a later one */
  'period-taken-out': Addressed &
    OfPeriod & {
      matter: Matter;
      capacities: string[];
      /** the period that covers it; null where it is skipped */
      into: string | null;
      by: string;
      reason: string;
    };
  reassigned: Addressed &
    OfPeriod & {
      matter: Matter;
      capacity: string;
      /** the title of the party that owes it now */
      now: string;
      by: string;
      reason: string;
      deliverable: string;
    };
  'date-moved': Addressed & {
    /** who decided, as letters name them */
    by: string;
    reason: string;
    /** the session that was moved, as the file names it; null where no session was */
    session: { name: string; from: string; to: string } | null;
    /** the days of the pause that moved the dates; null where none did */
    paused: { from: string; until: string } | null;
    moved: {
      matter: Matter;
      owed: OwedItem;
      deliverable: string;
      periodKey: string;
      oldLastDay: string;
      lastDay: string;
      dueAt: Instant;
    }[];
    /** what the receiver owes no longer */
    gone: {
      matter: Matter;
      capacity: string;
      deliverable: string;
      periodKey: string;
      lastDay: string;
    }[];
  };
}
