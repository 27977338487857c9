import type { Addressed, Matter } from '../letters.ts';
import type { Instant } from '../plan.ts';
import type { DutyLetter } from './duties.ts';

/** The document that had to be issued before anybody is called, as the register has it. */
export interface IssuedDocument {
  issuedBy: string;
  /** the number of the signed document; null while its original has not followed */
  number: string | null;
  receiptNo: string;
  receivedAt: Instant;
}

/** A pause of a process. */
export interface Pause {
  from: Instant;
  until: Instant;
  reason: string;
}

/** A campaign's year: what is asked, what came of it, what is lacking and what was carried over. */
export interface YearOfPeaks {
  year: number;
  /** as the notice asks */
  quota: number;
  /** lacking at the end of the years before */
  carriedIn: number;
  counted: number;
  missed: number;
  /** planned or open: they may still count */
  ahead: number;
  /** of quota and what was carried in, what neither counts nor is ahead */
  lacking: number;
  /** what of it was carried into the next year, this one being over */
  carriedOut: number;
}

/** What the peaks of a campaign bring. */
export interface CampaignLetters {
  'campaign-call': DutyLetter & { from: string; until: string; document: IssuedDocument | null };
  'peak-missed': Addressed & {
    /** set where it lay wholly inside a pause */
    pause?: Pause;
    matter: Matter;
    /** the days of the peak, 'YYYY-MM-DD', both included */
    from: string;
    until: string;
    owed: number;
    returned: number;
    /** how many returns are needed at least */
    needed: number;
    /** the year in which it can be made up for */
    year: YearOfPeaks;
    /** set where the letter goes to the office because the position is vacant or has no address */
    insteadOf: string | null;
  };
}
