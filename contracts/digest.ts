import type { YearOfPeaks } from './letters.ts';
import type { Instant } from './plan.ts';

/** One party's line in a digest of a reporting cycle, as the register stands at the cut-off. */
export interface DigestParty {
  partyId: string;
  title: string;
  personId: string | null;
  holder: string;
  obligationId: string;
  status: 'on-time' | 'late' | 'missing' | 'excused' | 'extended' | 'other';
  receivedAt: Instant | null;
  nothing: boolean;
  missesInARow: number;
  missesInAll: number;
  nothingInARow: number;
  /** so many reports in a row, up to this one, in the very words of the one before; absent in drafts of older releases */
  copiesInARow?: number;
  finding: 'none' | 'withheld' | 'recorded' | 'released' | 'reversed';
  doubts: string[];
}

export type Handling = 'remind' | 'ask-for-explanation' | 'name-at-meeting' | 'refer';

/** The facts of a digest; its words are made from them by the catalogue, and the office may edit those. */
export interface DigestDraft {
  noticeId: string;
  periodKey: string;
  cutOff: Instant;
  reports: {
    periodId: string;
    periodKey: string;
    lastDay: string;
    trial: boolean;
    certifiedAt: Instant | null;
    totals: {
      owed: number;
      onTime: number;
      late: number;
      missing: number;
      excused: number;
      other: number;
      nothing: number;
    };
    parties: DigestParty[];
  }[];
  processes: {
    id: string;
    directive: string;
    title: string;
    state: string;
    open: number;
    done: number;
    overdue: number;
    /** of a campaign: the year that runs and the one before it */
    peaks?: YearOfPeaks[];
    /** of a programme whose questions are asked in the reports of this digest, by period */
    answered?: { periodKey: string; owed: number; reported: number; answered: number }[];
  }[];
  /** units that have not attained a level by the day planned for it; absent in drafts of older releases */
  attainment?: { title: string; level: 'attained' | 'advanced' | 'model'; plannedOn: string }[];
  proposals: {
    personId: string;
    holder: string;
    capacity: string;
    missesInARow: number;
    propose: Handling;
  }[];
  /** the office's own lateness stands in every record */
  office: {
    title: string;
    what: string;
    periodKey: string;
    dueAt: Instant;
    doneAt: Instant | null;
  }[];
}
