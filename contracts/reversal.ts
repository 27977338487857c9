import type { Instant } from './plan.ts';

/** A finding that was reversed after its words had gone to somebody, and whom they had reached. */
export interface WordsWithdrawn {
  findingId: string;
  personId: string;
  name: string;
  obligationId: string;
  processId: string;
  periodId: string;
  periodKey: string;
  deliverable: string;
  /** the party's title */
  capacity: string;
  lastDay: string;
}

/** The named decision that reversed it. */
export interface ReversedBy {
  decisionId: string;
  /** a position's id or a role; 'engine' where the register corrected itself */
  capacity: string;
  at: Instant;
  /** a report that had been received before the lock was entered after the finding */
  wasInHand: boolean;
}
