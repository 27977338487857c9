import type { DigestParagraph, Matter, OfPeriod, SentEvidence } from '../letters.ts';
import type { Instant } from '../plan.ts';

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

/** What goes to those above, and to those who decide whether it does. */
export interface SuperiorLetters {
  round: { to: string; day: string; groups: ClimbGroup[] };
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
}
