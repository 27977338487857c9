import type { Addressed, Matter, OfPeriod, OwedItem } from '../letters.ts';
import type { DateNote, Instant } from '../plan.ts';

export interface OutlineSection {
  title: string;
  ask: string | null;
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

/** What somebody owes and is asked for. */
export interface DutyLetters {
  prompt: DutyLetter & {
    outline: { title: string; sections: OutlineSection[] };
    /** null where it was not there in time; nothing where the process sends none */
    guidance?: GuidanceInLetter | null;
  };
  remind: DutyLetter | DutiesTogether;
  overdue: DutyLetter | DutiesTogether;
  /** the draft's text (or its beginning), and the names of its files */
  'consult-request': DutyLetter & { draft: string; isShortened: boolean; files: string[] };
}
