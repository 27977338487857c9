import type { Addressed, Matter, OfPeriod, OwedItem } from '../letters.ts';
import type { Instant } from '../plan.ts';

/** What is answered to whoever handed something in. */
export interface SubmissionLetters {
  receipt: Addressed &
    OfPeriod & {
      matter: Matter;
      /** the due time now, by which what is missing may follow */
      dueAt: Instant;
      receiptNo: string;
      receivedAt: Instant;
      recordedAt: Instant;
      capacities: string[];
      channel: string;
      kind: 'report' | 'nothing';
      late: boolean;
      version: number;
      /** what was handed in; a report unless given */
      deliverable?: string;
      /** titles of the dossier's parts that are still missing; nothing where no dossier is asked for */
      missing?: string[];
      /** where the missing parts are sent */
      obligationId?: string;
      /** an earlier receipt said "late", and is put right: the outage that lay over the due time */
      corrects?: { from: Instant; until: Instant };
    };
  supplement: Addressed &
    OfPeriod & {
      matter: Matter;
      owed: OwedItem[];
      /** who asks, as letters name them */
      by: string;
      comment: string;
      missing: string[];
      dueAt: Instant;
      /** what is to be supplemented; a report unless given */
      of?: string;
    };
}
