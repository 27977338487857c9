import type { YearOfPeaks } from './letters/campaigns.ts';
import type { Instant } from './plan.ts';

/** One party's line in a digest of a reporting cycle, as the register stands at the cut-off. */
export interface DigestParty {
  partyId: string;
  title: string;
  personId: string | null;
  holder: string;
  obligationId: string;
  /** 'awaiting': due, and its lock not taken yet, so its silence does not count */
  status: 'on-time' | 'late' | 'missing' | 'excused' | 'extended' | 'paused' | 'awaiting' | 'other';
  /** the last word on it is still to come: the next digest takes it up again */
  open?: true;
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

/** What a digest may propose about somebody, the mildest first. */
export const HANDLINGS = ['remind', 'ask-for-explanation', 'name-at-meeting', 'refer'] as const;
export type Handling = (typeof HANDLINGS)[number];
/** What the chair may decide: the same, or nothing. */
export const DECIDED_HANDLINGS = ['none', ...HANDLINGS] as const;
export type DecidedHandling = (typeof DECIDED_HANDLINGS)[number];

/** What became of a proposal that an earlier digest made. */
export interface EarlierProposal {
  holder: string;
  capacity: string;
  missesInARow: number;
  propose: Handling;
  /** 'not-shown': the digest it stands in has not been released, so nobody could decide */
  became: 'decided' | 'undecided' | 'not-shown' | 'no-miss' | 'proposed-anew';
  handling: DecidedHandling | null;
  /** title of the position in which it was decided */
  decidedBy: string | null;
  settledAt: Instant | null;
  /** where an explanation was asked for */
  explanation: {
    dueAt: Instant;
    lastDay: string;
    receivedAt: Instant | null;
    open: boolean;
  } | null;
}

/** Where a drafting stands. */
export interface DigestDrafting {
  /** the stage at hand; null where all is in */
  stage: { title: string; lastDay: string; isLate: boolean } | null;
  noProposal: boolean;
  /** comments that nobody has answered */
  openComments: number;
  targets: {
    title: string;
    goal: number;
    prepare: number;
    prepared: number;
    attained: number;
    /** names of those that have attained it */
    who: string[];
  }[];
}

/** One period of the reports that a digest draws on. */
export interface DigestReport {
  periodId: string;
  periodKey: string;
  lastDay: string;
  trial: boolean;
  /** whether the office owes a certificate for it: where none is asked for, none is missing */
  asksCertificate: boolean;
  certifiedAt: Instant | null;
  totals: DigestTotals;
  parties: DigestParty[];
  /** an earlier digest left these parties open, and told the others: the figures are of these alone, `whole` is of all */
  again?: { whole: DigestTotals };
}

export interface DigestTotals {
  owed: number;
  onTime: number;
  late: number;
  missing: number;
  excused: number;
  other: number;
  nothing: number;
}

/** The facts of a digest; its words are made from them by the catalogue, and the office may edit those. */
export interface DigestDraft {
  noticeId: string;
  periodKey: string;
  cutOff: Instant;
  reports: DigestReport[];
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
    /** where a document is drafted; lacking in drafts made before stages were told */
    drafting?: DigestDrafting;
  }[];
  /** units that have not attained a level by the day planned for it; absent in drafts of older releases */
  attainment?: { title: string; level: 'attained' | 'advanced' | 'model'; plannedOn: string }[];
  /** recorded since the last digest, what was found in short; absent in drafts of older releases */
  inspections?: { title: string; inspectedOn: string; inspectedBy: string; findings: string }[];
  proposals: {
    personId: string;
    holder: string;
    capacity: string;
    missesInARow: number;
    propose: Handling;
    /** its record in the register; a digest drafted before there were such records has none */
    id?: string;
    missesInAll?: number;
    /** titles of the processes in which; absent in drafts of older releases */
    missedIn?: string[];
    /** a miss that it rested on is none any more since the draft: it is not put to anybody */
    withdrawn?: boolean;
  }[];
  /** what became of those made before, where that is news or nobody has decided yet */
  earlier?: EarlierProposal[];
  /** the office's own lateness stands in every record */
  office: OfficeLateness[];
  /** in the last digest: by process who has not done what is owed, with the last day of each turn; absent in every other */
  leftOpen?: {
    title: string;
    parties: { title: string; holder: string; lastDays: string[] }[];
  }[];
}

/** What the office owed and did not do in time. */
export interface OfficeLateness {
  /** of the office's position */
  title: string;
  what: string;
  periodKey: string;
  /** the due time that was missed */
  dueAt: Instant;
  doneAt: Instant | null;
  /** taken off it after that by a decision of those above; absent in drafts of older releases */
  closed?: { as: 'excused' | 'cancelled' | 'merged' | 'reassigned'; at: Instant } | null;
}
