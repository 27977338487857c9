import type { Instant } from './plan.ts';

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

export interface SentEvidence {
  kind: LetterKind;
  at: Instant | null;
  state: 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'bounced' | 'stopped';
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
