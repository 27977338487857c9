import type { DecidedHandling } from '../digest.ts';
import type { Matter, OfPeriod, SentEvidence } from '../letters.ts';
import type { Instant } from '../plan.ts';

/** What silence led to, as the person concerned is told. */
export interface FindingLetters {
  'finding-released': OfPeriod & {
    to: string;
    matter: Matter;
    capacity: string;
    words: string;
    clause: string;
    releasedBy: string;
    releasedAt: Instant;
    evidence: SentEvidence[];
    findingId: string;
  };
  /** to whom the notice's words had gone: what they were about counts no longer */
  'finding-reversed': OfPeriod & {
    to: string;
    matter: Matter;
    capacity: string;
    /** who decided, as letters name them; null where the register corrected itself */
    by: string | null;
    reversedAt: Instant;
    /** a report that had been received before the lock was entered after the finding */
    wasInHand: boolean;
    findingId: string;
  };
  'handling-decided': {
    to: string;
    matter: Matter;
    capacity: string;
    handling: DecidedHandling;
    by: string;
    decidedAt: Instant;
    reason: string;
    missesInARow: number;
    /** the very misses that it rests on, the earliest first */
    missed: {
      process: string;
      capacity: string;
      lastDay: string;
      /** what came late after all */
      receivedAt: Instant | null;
    }[];
    /** where an explanation is asked for: until when */
    due: { at: Instant; lastDay: string } | null;
    /** the finding of the latest miss, which can be answered */
    findingId: string;
  };
}
