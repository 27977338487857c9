// Longer than most: the parameters of every kind of letter stand in one record, so that a kind without its parameters, or
// a composer without its kind, does not compile.

import type { DecidedHandling } from './digest.ts';
import type { DateNote, Instant } from './plan.ts';

/** Every kind of letter that the engine writes. */
export const LETTER_KINDS = [
  'prompt',
  'remind',
  'overdue',
  'receipt',
  'supplement',
  'round',
  'finding-released',
  'release-request',
  'digest',
  'catch-up',
  'extended',
  'excused',
  'campaign-call',
  'peak-missed',
  'programme-starts',
  'consult-request',
  'period-taken-out',
  'reassigned',
  'hand-over',
  'supervision',
  'handling-decided',
  'date-moved',
  'finding-reversed',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Letters by which somebody is first asked for something: whether one went out in time decides what silence means. */
export const ASKING_KINDS: readonly LetterKind[] = ['prompt', 'campaign-call', 'consult-request'];

/** What every letter says of the notice it carries out. `number` and `issuedOn` are null where the notice left them blank. */
export interface NoticeHead {
  language: 'vi' | 'en';
  zone: string;
  title: string;
  committee: string;
  issuer: string;
  place: string;
  number: string | null;
  symbol: string;
  concludedOn: string;
  issuedOn: string | null;
  office: string;
}

/** The directive and process a letter is about. `sentence` is the notice's own; null where the notice says nothing of it. */
export interface Matter {
  directive: string;
  process: string;
  asks: string;
  sentence: string | null;
  /** what is owed comes once, so that letters name it by its due day and not by a period */
  once?: boolean;
}

/** One obligation in a letter: the capacity in which its receiver owes it. */
export interface OwedItem {
  obligationId: string;
  capacity: string;
}

export interface OutlineSection {
  title: string;
  ask: string | null;
}

/** Whom a letter speaks to. A person is addressed as "đồng chí"; a unit, and a body's mailbox, by its plain name. */
export interface Addressed {
  to: string;
  /** 'person' unless given */
  addressee?: 'person' | 'unit';
}

/** Which period a letter is about. */
export interface OfPeriod {
  /** the last day in time, 'YYYY-MM-DD' */
  lastDay: string;
  /** the period's key: where it is a day, letters name the period by it, else (or where not given) by its last day */
  periodKey?: string;
}

/** What a prompt, a reminder and an overdue notice have in common. One letter for all capacities of one person. */
export interface DutyLetter extends Addressed, OfPeriod {
  matter: Matter;
  owed: OwedItem[];
  dueAt: Instant;
  lockAt: Instant | null;
  /** titles of the positions that silence climbs to, in order */
  climbsTo: string[];
  /** the notice's own words on silence, or null where it has none */
  words: string | null;
  notes: DateNote[];
  trial: boolean;
  deliverable: string;
  /** titles of those who coordinate and owe nothing, where somebody leads */
  coordinates?: string[];
  /** set where the letter goes to the office because the position is vacant or has no address */
  insteadOf: string | null;
  /** titles of the dossier's parts that are still missing: all of them while nothing is in */
  dossier?: string[];
  /** set where a stage of a drafting is owed */
  stage?: StageInLetter;
}

/** Reminders, or overdue notices, that one receiver would get at one instant: one letter, whatever processes they come from. */
export interface DutiesTogether extends Addressed {
  together: DutyLetter[];
  /** of all of them: what is written in place of a post is about that post alone */
  insteadOf: string | null;
}

/** A stage of a drafting: which, for whom and which session, and what became of the one before it. */
export interface StageInLetter {
  title: string;
  /** titles of the positions and bodies that receive the document */
  receivers: string[];
  session: string | null;
  before: { title: string; isDone: boolean } | null;
  /** at the stage that absorbs comments: how many were made, and how many stand unanswered */
  comments: { made: number; open: number } | null;
  /** the clause leaves it open ("có thể"): that there is no proposal is an answer */
  optional?: boolean;
}

/** What the office handed in as guidance for a collection, as far as a letter carries it. */
export interface GuidanceInLetter {
  /** by section of its outline; a null title for what was written beside it */
  pieces: { title: string | null; text: string }[];
  /** names of its files: they are behind the letter's link */
  files: string[];
}

export interface SentEvidence {
  kind: LetterKind;
  at: Instant | null;
  state: 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'bounced' | 'stopped';
}

/** The document that had to be issued before anybody is called, as the register has it. */
export interface IssuedDocument {
  issuedBy: string;
  /** the number of the signed document; null while its original has not followed */
  number: string | null;
  receiptNo: string;
  receivedAt: Instant;
}

/** A campaign's year: what is asked, what came of it, what is lacking and what was carried over. */
/** A pause of a process. */
export interface Pause {
  from: Instant;
  until: Instant;
  reason: string;
}

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

/** One silent party in a superior's letter, with what was done to reach them. */
export interface ClimbItem {
  obligationId: string;
  party: string;
  holder: string;
  lastDay: string;
  dueAt: Instant;
  evidence: SentEvidence[];
  missesInARow: number;
  why: 'supervisor' | 'named' | 'next-up' | 'fallback';
  /** what is missing; a report unless given */
  deliverable?: string;
}

export interface ClimbGroup {
  matter: Matter;
  rung: string;
  periodKey: string;
  items: ClimbItem[];
}

/** The parameters of each kind; the key of this record is the kind. */
export interface LetterParams {
  prompt: DutyLetter & {
    outline: { title: string; sections: OutlineSection[] };
    /** null where it was not there in time; nothing where the process sends none */
    guidance?: GuidanceInLetter | null;
  };
  remind: DutyLetter | DutiesTogether;
  overdue: DutyLetter | DutiesTogether;
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
  round: { to: string; day: string; groups: ClimbGroup[] };
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
  'release-request': OfPeriod & {
    to: string;
    matter: Matter;
    findings: { party: string; findingId: string }[];
    escalations: { party: string; to: string }[];
    releaseBy: Instant;
    /** what is missing; a report unless given */
    deliverable?: string;
  };
  digest: {
    to: string;
    day: string;
    paragraphs: DigestParagraph[];
    /** whether something in it waits for the receiver's decision */
    hasProposals: boolean;
  };
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
  /** whoever takes over a post: everything open there, across all processes */
  'hand-over': Addressed & {
    post: string;
    since: Instant;
    items: (OwedItem &
      OfPeriod & { matter: Matter; dueAt: Instant; deliverable: string; overdue: boolean })[];
    /** set where the letter goes to the office because the newcomer has no address */
    insteadOf: string | null;
  };
  'campaign-call': DutyLetter & { from: string; until: string; document: IssuedDocument | null };
  /** the draft's text (or its beginning), and the names of its files */
  'consult-request': DutyLetter & { draft: string; isShortened: boolean; files: string[] };
  'programme-starts': Addressed & {
    matter: Matter;
    /** titles */
    lead: string;
    coordinates: string[];
    /** the notice itself names those who coordinate */
    inClause: boolean;
  };
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
  supervision: Addressed & {
    matter: Matter;
    /** the deputy's title */
    capacity: string;
    /** set where the letter goes to the office because the post is vacant or has no address */
    insteadOf: string | null;
    /** 'YYYY-MM-DD' */
    signedOn: string;
    number: string | null;
    units: string[];
  };
}

/** A piece of a digest: a heading, a sentence, a table or a list; figures come from the register. */
export type DigestParagraph =
  | { type: 'heading'; text: string }
  | { type: 'text'; text: string }
  | { type: 'table'; head: string[]; rows: string[][] }
  | { type: 'list'; items: string[] };

/** A link named in a letter and made by the post office when it goes out: nothing stored can open a page. */
export type LetterLink =
  | { to: 'report'; obligationId: string }
  | { to: 'desk' }
  | { to: 'finding'; findingId: string };

/** What a letter says, language resolved: text and HTML are two renderings of it. Stored, so that a letter sent again has the same bytes. */
export interface LetterDocument {
  language: 'vi' | 'en';
  /** the date that it bears: when it may go out at the earliest; when it was written where nothing is kept of that */
  datedAt?: Instant;
  subject: string;
  /** the small head: issuer and committee on the left; the place on the right, dated when it is rendered */
  head: { left: string[]; right: string[] };
  salutation: string;
  blocks: LetterBlock[];
  closing: string[];
}

export type LetterBlock =
  | { type: 'text'; text: string; strong?: boolean }
  | { type: 'quote'; text: string; source: string }
  | { type: 'facts'; rows: { label: string; value: string }[] }
  | { type: 'list'; title?: string; items: string[]; numbered?: boolean }
  | { type: 'table'; title?: string; head: string[]; rows: string[][] }
  | { type: 'heading'; text: string }
  | { type: 'link'; label: string; link: LetterLink };
